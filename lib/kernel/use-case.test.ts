import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor, AuditEntry, Ctx, Log, UnitOfWork } from "./context";
import { AppError } from "./errors";
import { event } from "./event";
import { command, query } from "./use-case";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const bare = { userId: null, role: null, ownOnly: false, freshUntil: null, mustEnrol: false };
const nobody: Actor = { ...bare, kind: "anonymous", id: "anonymous", can: (permission) => permission === "public" };
const system: Actor = { ...bare, kind: "system", id: "test", can: () => true };
const person: Actor = { ...bare, kind: "person", id: "u1", userId: "u1", can: () => true };

/** A context that writes down what happens to its units of work. */
function watchedCtx(actor: Actor) {
  const seen: string[] = [];
  const begin = (): UnitOfWork => ({
    db: async () => {
      seen.push("db");
      return {};
    },
    rescope: async () => undefined,
    actAs: () => undefined,
    emit: ({ kind }) => void seen.push(`emit ${kind}`),
    enqueue: () => "w",
    flush: async () => undefined,
    afterCommit: () => undefined,
    afterRollback: () => undefined,
    claim: async ({ key, hash }) => {
      seen.push(`claim ${key}`);
      return hash === "known" ? { response: { ok: true } } : undefined;
    },
    keep: async ({ key }) => void seen.push(`keep ${key}`),
    audit: (entry: AuditEntry) => void seen.push(`audit ${entry.id}`),
    commit: async () => void seen.push("commit"),
    rollback: async () => void seen.push("rollback"),
  });
  const client = { ip: "192.0.2.1", userAgent: "", origin: "http://localhost", deviceCookie: null };
  const who = { tenantId: "t1", actor, session: null, client };
  const ctx: Ctx = { ...who, locale: "en", requestId: "r1", now: () => new Date(0), log: silent, begin };
  return { ctx, seen };
}

const Doubled = z.strictObject({ n: z.number({ error: "must be a number" }).max(10, "must be at most 10") });
const double = query({
  name: "test.double",
  permission: "public",
  input: Doubled,
  output: z.object({ n: z.number() }),
  run: (_ctx, input) => ({ n: input.n * 2 }),
});
const rename = command({
  name: "test.rename",
  permission: "crm:write",
  input: z.strictObject({ silent: z.boolean().default(false), dry: z.boolean().default(false) }),
  output: z.object({ ok: z.literal(true) }),
  isDryRun: ({ dry }) => dry,
  async run(ctx, input) {
    await ctx.unit.db();
    if (!input.silent) ctx.audit({ entity: "thing", id: "7" });
    return { ok: true as const };
  },
});

describe("a query", () => {
  it("answers without a database when it asks for none", async () => {
    const { ctx, seen } = watchedCtx(nobody);
    expect(await double.execute(ctx, { n: 4 })).toEqual({ n: 8 });
    expect(seen).toEqual(["commit"]);
  });

  it("names every field that is wrong, once, and what isn't a field at all", async () => {
    const { ctx } = watchedCtx(nobody);
    const failure = await double.execute(ctx, { n: 11, extra: 1 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).code).toBe("validation");
    expect((failure as AppError).details.errors).toEqual([
      { path: "n", code: "too_big", message: "must be at most 10" },
      { path: "extra", code: "unrecognized_keys", message: expect.stringContaining('"extra"') },
    ]);
  });
});

describe("a command", () => {
  it("audits inside the unit of work and then commits", async () => {
    const { ctx, seen } = watchedCtx(system);
    await rename.execute(ctx, {});
    expect(seen).toEqual(["db", "audit 7", "commit"]);
  });

  it("is rolled back when it changed something without an audit entry", async () => {
    const { ctx, seen } = watchedCtx(system);
    await expect(rename.execute(ctx, { silent: true })).rejects.toThrow("without an audit entry");
    expect(seen).toEqual(["db", "rollback"]);
  });

  it("owes no entry for a dry run", async () => {
    const { ctx, seen } = watchedCtx(system);
    await rename.execute(ctx, { silent: true, dry: true });
    expect(seen).toEqual(["db", "commit"]);
  });

  it("tells a visitor to sign in, and a user without the permission that it is forbidden", async () => {
    await expect(rename.execute(watchedCtx(nobody).ctx, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const user: Actor = { ...person, can: () => false };
    await expect(rename.execute(watchedCtx(user).ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    const unenrolled: Actor = { ...user, mustEnrol: true };
    await expect(rename.execute(watchedCtx(unenrolled).ctx, {})).rejects.toMatchObject({
      code: "mfa_enrolment_required",
    });
  });

  it("answers a repeated request from what it kept, and runs it once", async () => {
    const { ctx, seen } = watchedCtx(system);
    const again = (hash: string) => ({ ...ctx, idempotency: { key: "k", route: "r", hash } });
    expect(await rename.execute(again("new"), {})).toEqual({ ok: true });
    expect(seen.splice(0)).toEqual(["claim k", "db", "audit 7", "keep k", "commit"]);
    expect(await rename.execute(again("known"), {})).toEqual({ ok: true });
    expect(seen).toEqual(["claim k", "commit"]);
  });

  it("tells others only what it says that it tells", async () => {
    const Noted = event({ kind: "test.noted.v1", schemaVersion: 1, topic: "events.ops", payload: z.object({}) });
    const note = (emits?: (typeof Noted)[]) =>
      command({
        ...{ name: "test.note", permission: "system", routine: "a test", ...(emits ? { emits } : {}) },
        ...{ input: z.strictObject({}), output: z.void() },
        run: (ctx) => ctx.emit(Noted, { entityId: "1", key: "k", version: 1, payload: {} }),
      });
    const { ctx, seen } = watchedCtx(system);
    await note([Noted]).execute(ctx, {});
    expect(seen.splice(0)).toEqual(["emit test.noted.v1", "commit"]);
    await expect(note().execute(ctx, {})).rejects.toThrow("doesn't say that it emits test.noted.v1");
    expect(seen).toEqual(["rollback"]);
  });

  it("joins the unit of work of the use case that calls it", async () => {
    const { ctx, seen } = watchedCtx(system);
    const outer = command({
      name: "test.outer",
      permission: "system",
      input: z.strictObject({}),
      output: z.object({ ok: z.literal(true) }),
      async run(inner) {
        inner.audit({ entity: "outer", id: "1" });
        return rename.execute(inner, {});
      },
    });
    await outer.execute(ctx, {});
    expect(seen).toEqual(["audit 1", "db", "audit 7", "commit"]);
  });
});

describe("what asks for a fresh proof of identity", () => {
  const open = command({
    name: "test.open",
    permission: "account",
    fresh: true,
    input: z.strictObject({}),
    output: z.object({}),
    run(ctx) {
      ctx.audit({ entity: "door", id: "1" });
      return {};
    },
  });

  it.each([
    ["never proved", null, "step_up_required"],
    ["proved too long ago", new Date(-1), "step_up_required"],
    ["just over", new Date(0), "step_up_required"],
  ])("%s: refused", async (_, freshUntil, code) => {
    await expect(open.execute(watchedCtx({ ...person, freshUntil }).ctx, {})).rejects.toMatchObject({ code });
  });

  it("takes a proof that still counts, and no program at all", async () => {
    expect(await open.execute(watchedCtx({ ...person, freshUntil: new Date(1) }).ctx, {})).toEqual({});
    const program: Actor = { ...person, kind: "program" };
    const refusal = { code: "forbidden", message: "An API key can't do this: sign in as a person." };
    await expect(open.execute(watchedCtx(program).ctx, {})).rejects.toMatchObject(refusal);
    const scoped: Actor = { ...program, can: () => false };
    await expect(open.execute(watchedCtx(scoped).ctx, {})).rejects.toMatchObject(refusal);
  });
});

it("only the system works by routine, without an audit entry", async () => {
  const spec = { name: "test.tick", input: z.strictObject({}), output: z.object({}), run: () => ({}) };
  const tick = command({ ...spec, permission: "system", routine: "every second" });
  const { ctx, seen } = watchedCtx(system);
  await tick.execute(ctx, {});
  expect(seen).toEqual(["commit"]);
  expect(() => command({ ...spec, permission: "public", routine: "every second" })).toThrow("only the system");
});
