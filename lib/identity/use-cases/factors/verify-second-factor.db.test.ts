import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { disconnectDatabase } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { PASSWORD, sessionCaller, signedUp, visitor, withSession } from "@/lib/testing/people";
import { faultOf, refusalOf } from "@/lib/testing/refusals";
import { codeFor, later, withTotp } from "@/lib/testing/second-factors";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { completeMfa } from "../complete-mfa";
import { login } from "../login";
import { stepUp } from "../step-up";
import { recoveryState } from "./recovery-codes";
import { verifySecondFactor } from "./verify-second-factor";

const STEP = 30_000;
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

/** Lets `count` callers go on together, once all are there: each in a transaction of its own. */
function meeting(count: number): () => Promise<void> {
  let missing = count;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing--;
    if (missing === 0) open();
    return all;
  };
}

/** A caller of the function, as signing in and stepping up are. */
const check = command({
  name: "test.second-factor",
  permission: "public",
  input: z.object({
    user_id: z.string(),
    code: z.string().optional(),
    fails: z.boolean().optional(),
    meet: z.custom<() => Promise<void>>().optional(),
  }),
  output: z.string(),
  async run(ctx, { user_id, code, fails, meet }) {
    await ctx.unit.db();
    await meet?.();
    const proof = await verifySecondFactor(ctx, user_id, { code });
    if (fails) throw new AppError("forbidden", "What came after it failed.");
    ctx.audit({ entity: "test", id: user_id });
    return proof;
  },
});

async function enrolled() {
  const member = await testMember(tenant.id, "client");
  const ctx = later(tenant.ctx(member), 0);
  const factor = await withTotp(ctx);
  return {
    member,
    ctx,
    ...factor,
    prove: (at: Ctx, code: string, meet?: () => Promise<void>) =>
      check.execute(at, { user_id: member.userId, code, meet }),
  };
}

describe("S9 second factor: codes of the app", () => {
  it("works once", async () => {
    const { ctx, secret, prove } = await enrolled();
    const next = later(ctx, STEP);
    expect(await prove(next, codeFor(next, secret))).toBe("otp");
    expect(await faultOf(prove(next, codeFor(next, secret)))).toBe("unauthenticated code_used");
    expect(await faultOf(prove(later(next, STEP), codeFor(next, secret)))).toBe("unauthenticated code_used");
  });

  it("the code that turned the app on is used up too", async () => {
    const { ctx, secret, prove } = await enrolled();
    expect(await faultOf(prove(ctx, codeFor(ctx, secret)))).toBe("unauthenticated code_used");
  });

  it("counts one step before and after, and never goes back", async () => {
    const { ctx, secret, prove } = await enrolled();
    const then = later(ctx, 10 * STEP);
    expect(await faultOf(prove(then, codeFor(then, secret, 2)))).toBe("unauthenticated wrong_code");
    expect(await faultOf(prove(then, codeFor(then, secret, -2)))).toBe("unauthenticated wrong_code");
    expect(await prove(then, codeFor(then, secret, -1))).toBe("otp");
    expect(await prove(then, codeFor(then, secret, 1))).toBe("otp");
    expect(await faultOf(prove(then, codeFor(then, secret)))).toBe("unauthenticated code_used");
  });

  it("of eight uses at once exactly one wins", async () => {
    const { ctx, secret, prove } = await enrolled();
    const next = later(ctx, STEP);
    const code = codeFor(next, secret);
    const meet = meeting(8);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => prove(next, code, meet)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const end of ends)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ details: { errors: [{ code: "code_used" }] } });
  });

  it("is not used up by what fails after it", async () => {
    const { ctx, secret, member, prove } = await enrolled();
    const next = later(ctx, STEP);
    const code = codeFor(next, secret);
    expect(await faultOf(check.execute(next, { user_id: member.userId, code, fails: true }))).toBe("forbidden");
    expect(await prove(next, code)).toBe("otp");
  });

  it("of somebody else is worth nothing, nor is anything where no factor is", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const next = later(one.ctx, STEP);
    expect(await faultOf(other.prove(next, codeFor(next, one.secret)))).toBe("unauthenticated wrong_code");
    const nobody = await testMember(tenant.id, "client");
    for (const code of ["000000", codeFor(next, one.secret), one.recoveryCodes[0] ?? "", "", "x".repeat(64)])
      expect(await faultOf(check.execute(next, { user_id: nobody.userId, code }))).toBe("unauthenticated wrong_code");
  });
});

describe("S9 second factor: recovery codes", () => {
  it("works once, however it is typed, and the person is told how many are left", async () => {
    const { ctx, recoveryCodes, member, prove } = await enrolled();
    const [first = "", second = ""] = recoveryCodes;
    expect(await prove(later(ctx, 1), ` ${first.toLowerCase().replaceAll("-", " ")} `)).toBe("recovery");
    expect(await lastMail(member.email)).toMatchObject({ kind: "recovery-code-used", params: { left: 9 } });
    expect(await faultOf(prove(ctx, first))).toBe("unauthenticated code_used");
    expect(await prove(ctx, second)).toBe("recovery");
    expect(await recoveryState.execute(ctx, {})).toMatchObject({ left: 8 });
    const audit = await query(
      "select after from audit_log where entity = 'recovery_codes' and entity_id = $1 order by id",
      [member.userId],
    );
    expect(audit).toEqual([{ after: { left: 9 } }, { after: { left: 8 } }]);
  });

  it("of eight uses at once exactly one wins, and one mail goes out", async () => {
    const { ctx, recoveryCodes, member, prove } = await enrolled();
    const meet = meeting(8);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => prove(ctx, recoveryCodes[0] ?? "", meet)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const mails = await query("select 1 from mails where recipient = $1 and kind = 'recovery-code-used'", [
      member.email,
    ]);
    expect(mails).toHaveLength(1);
  });

  it("of somebody else is worth nothing", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    expect(await faultOf(other.prove(other.ctx, one.recoveryCodes[0] ?? ""))).toBe("unauthenticated wrong_code");
    expect(await recoveryState.execute(one.ctx, {})).toMatchObject({ left: 10 });
  });

  it("is not used up by what fails after it, and nobody is told", async () => {
    const { ctx, recoveryCodes, member, prove } = await enrolled();
    const code = recoveryCodes[0] ?? "";
    expect(await faultOf(check.execute(ctx, { user_id: member.userId, code, fails: true }))).toBe("forbidden");
    expect((await lastMail(member.email))?.kind).toBe("second-factor-added");
    expect(await prove(ctx, code)).toBe("recovery");
  });
});

describe("S9 second factor: signing in with one", () => {
  const mfaTokenOf = async (credentials: { email: string; password: string }) => {
    const refused = await refusalOf(login.execute(visitor(), credentials));
    expect(refused).toMatchObject({ code: "mfa_required", details: { members: { mfa_methods: ["otp"] } } });
    return String(refused.details.members?.mfa_token);
  };
  async function owner() {
    const credentials = await signedUp();
    const { sid } = await login.execute(visitor(), credentials);
    const factor = await withTotp(await withSession(sid));
    return { ...credentials, ...factor, before: sid };
  }

  it("an owner enrols at the first sign-in, and is asked for a code from then on", async () => {
    const { email, secret, sid, before } = await owner();
    expect(await sessionCaller(before)).toEqual({ live: false });
    expect((await withSession(sid)).actor.mustEnrol).toBe(false);
    const mfa_token = await mfaTokenOf({ email, password: PASSWORD });
    const next = later(visitor(), STEP);
    const opened = await completeMfa.execute(next, { mfa_token, code: codeFor(next, secret) });
    expect(opened.user).toMatchObject({ email, role: "owner" });
    const [session] = await query("select amr from sessions where sid_hash = encode(sha256($1::bytea), 'hex')", [
      opened.sid,
    ]);
    expect(session).toEqual({ amr: ["pwd", "otp"] });
  });

  it("a recovery code stands in for the app", async () => {
    const { email, recoveryCodes } = await owner();
    const mfa_token = await mfaTokenOf({ email, password: PASSWORD });
    expect(await faultOf(completeMfa.execute(visitor(), { mfa_token, code: "0000-0000-0000-0000" }))).toBe(
      "unauthenticated wrong_code",
    );
    const opened = await completeMfa.execute(visitor(), { mfa_token, code: recoveryCodes[0] });
    expect(opened.user.email).toBe(email);
    expect(await faultOf(completeMfa.execute(visitor(), { mfa_token, code: recoveryCodes[1] }))).toBe(
      "unauthenticated",
    );
  });

  it("the password alone does not step up a person with a second factor; a code does", async () => {
    const { secret, sid } = await owner();
    const ctx = await withSession(sid);
    expect(await faultOf(stepUp.execute(ctx, { password: PASSWORD }))).toBe("validation wrong_code");
    const next = later(ctx, STEP);
    const renewed = await stepUp.execute(next, { code: codeFor(next, secret) });
    expect(renewed.sid).not.toBe(sid);
    expect(await sessionCaller(sid)).toEqual({ live: false });
  });
});
