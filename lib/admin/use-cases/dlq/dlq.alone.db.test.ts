import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { newGroup, newKey, note, prepareGround, recorder, until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { commandLineCtx, visitorCtx } from "@/lib/transport/ctx";
import { answerReplays, answerUntil } from "@/lib/transport/replay-requests";
import { askReplay } from "./ask-replay";
import { getDead } from "./get-dead";
import { listDead } from "./list-dead";
import { listReplays } from "./list-replays";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();
const platform = await testPlatformAdmin();

const group = newGroup();
const [bad, other] = [newKey(), newKey()];
let isBroken = true;
const consumer = recorder(group, (events) => {
  if (isBroken && events.some(({ payload }) => (payload as { poison: boolean }).poison)) throw new Error("Bad apple");
});
const list = (filter: object = {}) => listDead.execute(platform.ctx, { group, ...filter });

beforeAll(async () => {
  const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
  await bus.start([subscriberOf(consumer)]);
  for (const key of [bad, other]) {
    await note(key, { poison: true });
    await note(key);
  }
  await until(
    () => list(),
    ({ items }) => items.length === 4,
  );
  await bus.stop();
  // One failed long ago.
  await query("update event_dlq set failed_at = now() - interval '3 days' where aggregate_key = $1", [other]);
});

describe("who may look at dead events", () => {
  it("is the platform's administrators alone", async () => {
    const tenant = await testTenant();
    await expect(listDead.execute(tenant.ctx("owner"), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(askReplay.execute(tenant.ctx("owner"), { reason: "mended" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listReplays.execute(visitorCtx(), {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("dead events", () => {
  it("are counted by group and topic, and listed by filter, a page at a time", async () => {
    const all = await list();
    expect(all.stats).toMatchObject([{ group, failed: 2, blocked: 2, aggregates: 2 }]);
    expect(all.items.map(({ aggregate_version }) => aggregate_version).toSorted()).toEqual([1, 1, 2, 2]);
    expect((await list({ aggregate_key: bad })).items).toHaveLength(2);
    expect((await list({ hours: 24 })).items.map(({ aggregate_key }) => aggregate_key)).toEqual([bad, bad]);
    expect((await list({ group: "nobody" })).items).toEqual([]);
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, cursor: first.next_cursor ?? undefined });
    const ids = [...first.items, ...second.items].map(({ event_id }) => event_id);
    expect([first.items.length, second.items.length, second.next_cursor]).toEqual([3, 1, null]);
    expect(new Set(ids).size).toBe(4);
  });

  it("one by one tell what was published and why it failed", async () => {
    const failed = (await list({ aggregate_key: bad })).items.find(({ reason }) => reason === "failed");
    const detail = await getDead.execute(platform.ctx, { event_id: failed?.event_id });
    expect(detail.event).toMatchObject({ event_id: failed?.event_id, aggregate_key: bad, payload: { poison: true } });
    expect(detail.groups).toMatchObject([
      { group, reason: "failed", error_kind: "Error", error_message: "Bad apple", retry_count: 3, replayed_at: null },
    ]);
    await expect(getDead.execute(platform.ctx, { event_id: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a replay", () => {
  it("says dry what it would take, and asks for nothing", async () => {
    const dry = (filter: object) => askReplay.execute(platform.ctx, { group, dry_run: true, ...filter });
    expect(await dry({})).toEqual({ id: null, dry_run: true, events: 4, aggregates: 2 });
    expect(await dry({ most: 3 })).toMatchObject({ events: 3, aggregates: 2 });
    expect(await dry({ most: 1 })).toMatchObject({ events: 1, aggregates: 1 });
    expect(await dry({ hours: 24 })).toMatchObject({ events: 2, aggregates: 1 });
    expect((await listReplays.execute(platform.ctx, {})).items).toEqual([]);
  });

  it("needs a reason, and something to replay", async () => {
    await expect(askReplay.execute(platform.ctx, { group, reason: " \n" })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path: "reason", code: "replay_reason" }] },
    });
    await expect(askReplay.execute(platform.ctx, { group: "nobody", reason: "mended" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is done by the consumers' process, and tells who, why and what came of it", async () => {
    const replays = () => listReplays.execute(platform.ctx, {}).then(({ items }) => items);
    const asked = await askReplay.execute(platform.ctx, { group, aggregate_key: bad, reason: "apples  are mended" });
    expect(asked).toMatchObject({ dry_run: false, events: 2, aggregates: 1 });
    expect(await replays()).toMatchObject([{ id: asked.id, state: "waiting", planned: 2, replayed: 0 }]);
    isBroken = false;
    const answering = answerReplays([consumer], 20);
    const [done] = await until(replays, ([newest]) => newest?.state !== "waiting");
    expect(done).toMatchObject({
      ...{ state: "done", replayed: 2, failed: 0, fault: null, aggregate_key: bad },
      ...{ requested_by: platform.email, reason: "apples are mended" },
    });
    expect((await list()).items.map(({ aggregate_key }) => aggregate_key)).toEqual([other, other]);
    isBroken = true;
    await askReplay.execute(platform.ctx, { group, reason: "once more" });
    const [again] = await until(replays, ([newest]) => newest?.state !== "waiting");
    expect(again).toMatchObject({ state: "incomplete", planned: 2, replayed: 0, failed: 1 });
    await answering.stop();
    const [entry] = await query<{ after: object }>(
      "select after from audit_log where use_case = 'platform.dlq.replay' and entity_id = $1",
      [asked.id],
    );
    expect(entry?.after).toMatchObject({ reason: "apples are mended", events: 2, actor_email: platform.email });
  });

  it("on the command line is done there, and stands in the same list and in the audit log", async () => {
    isBroken = false;
    const reason = "apples are mended for good";
    const asked = await askReplay.execute(commandLineCtx("ada"), { group, reason });
    expect(await answerUntil(asked.id ?? "", [consumer])).toEqual({ replayed: 2, failed: 0, fault: null });
    expect((await list()).items).toEqual([]);
    const [newest] = (await listReplays.execute(platform.ctx, {})).items;
    expect(newest).toMatchObject({ state: "done", requested_by: "command-line:ada", reason, replayed: 2 });
    const [entry] = await query<{ actor_id: string }>(
      "select actor_id from audit_log where use_case = 'platform.dlq.replay' and entity_id = $1",
      [asked.id],
    );
    expect(entry?.actor_id).toBe("command-line:ada");
  });
});
