import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { event } from "@/lib/kernel/event";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { disconnectDatabase } from "../db";
import { partOf } from "./part-of";

afterAll(disconnectDatabase);

const Shaken = event({
  kind: "test.tree.shaken.v1",
  schemaVersion: 1,
  topic: "events.ops",
  payload: z.strictObject({ apples: z.int(), note: z.string() }),
});
const tenant = await testTenant();
const shaken = (key: string, version: number, apples = 3) => ({
  entityId: "tree",
  key,
  version,
  payload: { apples, note: "1.10 \u2028 字" },
});

type Stored = { kind: string; part: number; version: string; value: string; key: string | null };
const told = (key: string) =>
  query<Stored>(
    `select kind, part, aggregate_version as version, payload::text as value, idempotency_key as key
     from event_outbox where aggregate_key = $1 order by id`,
    [key],
  );

describe("the outbox", () => {
  it("has an event with the commit and not before, its bytes as they were told", async () => {
    const key = randomUUID();
    const unit = tenant.ctx("owner").begin("test.shake");
    unit.emit(Shaken, shaken(key, 1));
    unit.emit(Shaken, shaken(key, 2));
    expect(await told(key)).toEqual([]);
    await unit.commit();
    const [first, second] = await told(key);
    expect(first).toMatchObject({ kind: "test.tree.shaken.v1", part: partOf(key), version: "1", key: null });
    expect(second).toMatchObject({ version: "2" });
    expect(JSON.parse(first?.value ?? "")).toEqual({
      event_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      kind: "test.tree.shaken.v1",
      tenant_id: tenant.id,
      user_id: tenant.members.owner.userId,
      entity_id: "tree",
      aggregate_key: key,
      aggregate_version: 1,
      schema_version: 1,
      occurred_at: expect.stringMatching(/Z$/),
      payload: { apples: 3, note: "1.10 \u2028 字" },
    });
    expect(first?.value).toBe(JSON.stringify(JSON.parse(first?.value ?? "")));
  });

  it("has nothing of what was undone", async () => {
    const key = randomUUID();
    const unit = tenant.ctx("owner").begin("test.shake");
    unit.emit(Shaken, shaken(key, 1));
    await unit.flush();
    await unit.rollback(new Error("no"));
    expect(await told(key)).toEqual([]);
  });

  it("refuses a payload of another shape before anything is written", () => {
    const unit = tenant.ctx("owner").begin("test.shake");
    expect(() => unit.emit(Shaken, shaken(randomUUID(), 1, 0.5))).toThrow(z.ZodError);
  });

  it("keeps events of two companies apart when a unit goes on to another", async () => {
    const key = randomUUID();
    const other = await testTenant();
    const unit = tenant.ctx("owner").begin("test.shake");
    unit.emit(Shaken, shaken(key, 1));
    await unit.rescope({ tenantId: other.id });
    unit.emit(Shaken, shaken(key, 2));
    await unit.rescope({ tenantId: null });
    await unit.commit();
    const rows = await query("select tenant_id from event_outbox where aggregate_key = $1 order by id", [key]);
    expect(rows).toEqual([{ tenant_id: tenant.id }, { tenant_id: other.id }]);
  });

  it("is append-only for the product", async () => {
    const rights = await query(
      `select privilege_type as may from information_schema.role_table_grants
       where grantee = 'hashinsight_app' and table_name = 'event_outbox' order by 1`,
    );
    expect(rows(rights)).toEqual(["INSERT", "SELECT"]);
  });
});

describe("an event's declaration", () => {
  it("is named with its version", () => {
    const payload = z.strictObject({});
    expect(() => event({ kind: "tree.shaken", schemaVersion: 1, topic: "events.ops", payload })).toThrow("v1");
    expect(() => event({ kind: "tree.shaken.v2", schemaVersion: 1, topic: "events.ops", payload })).toThrow("v1");
  });
});

const rows = (given: Record<string, unknown>[]) => given.map(({ may }) => may);
