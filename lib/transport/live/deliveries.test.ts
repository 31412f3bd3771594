import { describe, expect, it } from "vitest";
import { z } from "zod";
import { frameReader } from "@/components/live/frame-reader";
import type { BusEvent } from "@/lib/kernel/event";
import { live } from "@/lib/kernel/live";
import { deliveries } from "./deliveries";

const noted = live(
  { kind: "test.thing.noted.v1", topic: "events.ops" },
  { permission: "machines:read", whose: "company", shows: z.object({ quantity: z.int() }) },
);
const own = live(
  { kind: "test.thing.kept.v1", topic: "events.ops" },
  { permission: "machines:read", whose: "own", shows: z.object({}) },
);
const kinds = new Map([noted, own].map((kind) => [kind.kind, kind]));
let place = 0;
const happened = (
  kind: string,
  tenantId: string,
  userId: string | null,
  payload: unknown = { quantity: 3, cost: 9 },
) => ({
  at: { snapshot: "1:1:", pinned: null, afterId: String(++place) },
  event: {
    event_id: "e",
    kind,
    tenant_id: tenantId,
    user_id: userId,
    entity_id: `of ${tenantId}`,
    aggregate_key: "k",
    aggregate_version: 4,
    schema_version: 1,
    occurred_at: "2026-11-26T12:00:00.000Z",
    payload,
  } satisfies BusEvent,
});
const who = (tenantId: string, userId: string, ownOnly = false, may = true) => ({
  tenantId,
  actor: { userId, ownOnly, can: () => may },
});
const owner = who("a", "1");
const client = who("a", "2", true);
const blind = who("a", "3", false, false);
const stranger = who("b", "1");
const all = [owner, client, blind, stranger];

const sent = (events: Parameters<typeof deliveries>[0]) =>
  deliveries(events, all, kinds, (at, tenantId) => `${tenantId}-${at.afterId}`);

describe("what listeners are sent", () => {
  it("is of an event what its kind shows, with its place", () => {
    const event = happened(noted.kind, "a", "2");
    const [frame] = frameReader()(sent([event]).get(owner) ?? "");
    expect(frame).toMatchObject({ id: `a-${event.at.afterId}`, event: "message" });
    expect(JSON.parse(frame?.data ?? "")).toEqual({
      kind: noted.kind,
      entity_id: "of a",
      version: 4,
      occurred_at: "2026-11-26T12:00:00.000Z",
      facts: { quantity: 3 },
    });
  });

  it("is what they may hear of, in its order, and nothing else", () => {
    const due = sent([
      happened(noted.kind, "a", "2"),
      happened("test.thing.unheard.v1", "a", "2"),
      happened(noted.kind, "b", "2"),
      happened(own.kind, "a", "1"),
      happened(noted.kind, "a", null),
    ]);
    const heard = (one: (typeof all)[number]) =>
      frameReader()(due.get(one) ?? "").map(({ data }) => {
        const { kind, entity_id } = JSON.parse(data) as { kind: string; entity_id: string };
        return `${kind} ${entity_id}`;
      });
    expect(heard(owner)).toEqual([`${noted.kind} of a`, `${own.kind} of a`, `${noted.kind} of a`]);
    expect(heard(client)).toEqual([`${noted.kind} of a`]);
    expect(heard(stranger)).toEqual([`${noted.kind} of b`]);
    expect(due.has(blind)).toBe(false);
  });

  it("is to read afresh, where an event has not what its kind shows", () => {
    const [frame] = frameReader()(sent([happened(noted.kind, "a", "1", { quantity: "many" })]).get(owner) ?? "");
    expect(frame).toMatchObject({ event: "resync", data: "{}" });
  });

  it("has no line's end of a payload as one of its own", () => {
    const text = live(
      { kind: noted.kind, topic: "events.ops" },
      { permission: "machines:read", whose: "own", shows: z.object({ note: z.string() }) },
    );
    const note = "a\n\ndata: b\r\nid: c\u2028";
    const due = deliveries(
      [happened(noted.kind, "a", "1", { note })],
      [owner],
      new Map([[text.kind, text]]),
      () => undefined,
    );
    const frames = frameReader()(due.get(owner) ?? "");
    expect(frames.length).toBe(1);
    expect(JSON.parse(frames[0]?.data ?? "").facts).toEqual({ note });
  });
});
