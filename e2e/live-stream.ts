import { randomUUID } from "node:crypto";
import { type IncomingHttpHeaders, request } from "node:http";
import { type Frame, frameReader } from "@/components/live/frame-reader";
import { query } from "@/lib/testing/sql";
import type { Person } from "./security/world";
import { origin } from "./server";

/** An open stream, as a program without a browser sees it. */
export type Stream = {
  status: number;
  headers: IncomingHttpHeaders;
  /** All bytes so far. */
  text(): string;
  frames(): Frame[];
  /** Of the events so far, what they are about. */
  heard(): string[];
  /** Why the server ended it. */
  reason(): string | undefined;
  isOver(): boolean;
  lastId(): string;
  close(): void;
};

/** Opens `GET /api/live` on a connection of its own; resolves with the head of the answer. */
export function openStream(headers: Record<string, string>): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL("/api/live", origin()), { agent: false, headers }, (answer) => {
      let text = "";
      let over = false;
      const read = frameReader();
      const frames: Frame[] = [];
      const dataOf = (wanted: string) => frames.filter(({ event, data }) => event === wanted && data !== "");
      answer.setEncoding("utf8");
      answer.on("data", (piece: string) => {
        text += piece;
        frames.push(...read(piece));
      });
      answer.on("close", () => {
        over = true;
      });
      answer.on("error", () => undefined);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        text: () => text,
        frames: () => frames,
        heard: () => dataOf("message").map(({ data }) => JSON.parse(data).entity_id),
        reason: () => dataOf("end").map(({ data }) => JSON.parse(data).reason)[0],
        isOver: () => over,
        lastId: () => frames.findLast(({ id }) => id)?.id ?? "",
        close: () => sent.destroy(),
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** What a write of somebody to their machines tells, as the outbox has it with the commit. */
export async function tell(about: string, { tenantId, userId }: Person): Promise<void> {
  const event = {
    ...{ event_id: randomUUID(), kind: "machines.user_miner.changed.v1", tenant_id: tenantId, user_id: userId },
    ...{ entity_id: about, aggregate_key: `test:${randomUUID()}`, aggregate_version: 1, schema_version: 1 },
    ...{ occurred_at: new Date().toISOString(), payload: { label: "not for pages" } },
  };
  await query(
    `insert into event_outbox (event_id, kind, topic, tenant_id, user_id, entity_id, aggregate_key, aggregate_version, part,
       schema_version, payload)
     values ($1, $2, 'events.miner', $3, $4, $5, $6, 1, 0, 1, $7)`,
    [event.event_id, event.kind, tenantId, userId, about, event.aggregate_key, JSON.stringify(event)],
  );
}
