import { afterAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { disconnectDatabase } from "@/lib/platform/db";
import { toldOf } from "@/lib/testing/events/told-of";
import { lastMail, mailedToken } from "@/lib/testing/mails";
import { newAddress, PASSWORD, sessionCaller, signedUp, visitor, withSession } from "@/lib/testing/people";
import { query } from "@/lib/testing/sql";
import { changePassword } from "./change-password";
import { getMe } from "./get-me";
import { login } from "./login";
import { logout } from "./logout";
import { refresh } from "./refresh";
import { register } from "./register";
import { askPasswordReset, resetPassword } from "./reset-password";
import { stepUp } from "./step-up";
import { resendVerification, verifyEmail } from "./verify-email";

afterAll(disconnectDatabase);

const failure = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("It worked, and should not have.")),
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
const codeOf = async (work: Promise<unknown>) => (await failure(work)).code;
const records = (email: string) =>
  query<{ outcome: string }>("select outcome from login_records where email = $1 order by id", [email]);

describe("S9 signing up", () => {
  it("makes a company with its owner, who confirms the address by the mailed link and signs in", async () => {
    const email = newAddress();
    const answer = await register.execute(visitor(), {
      email: email.toUpperCase(),
      password: PASSWORD,
      name: "Ada",
      company: "Mine",
    });
    expect(answer.status).toBe("mail_sent");
    expect(await codeOf(login.execute(visitor(), { email, password: PASSWORD }))).toBe("email_unverified");
    await verifyEmail.execute(visitor(), { token: await mailedToken(email) });
    const session = await login.execute(visitor(), { email, password: PASSWORD });
    expect(session.user).toMatchObject({ email, role: "owner" });
    const [entry] = await query<{ actor_kind: string; actor_id: string }>(
      "select actor_kind, actor_id from audit_log where tenant_id = $1 and use_case = 'identity.login'",
      [session.user.tenant_id],
    );
    expect(entry).toEqual({ actor_kind: "person", actor_id: session.user.id });
    const [company, member] = [session.user.tenant_id, session.user.id];
    expect(await toldOf(`company:${company}`)).toMatchObject([
      { kind: "identity.company.founded.v1", version: 1, tenant_id: company, payload: { name: "Mine", plan: "free" } },
    ]);
    expect(await toldOf(`member:${company}:${member}`)).toMatchObject([{ version: 1, payload: { role: "owner" } }]);
    const me = await getMe.execute(await withSession(session.sid), {});
    expect(me).toMatchObject({ email, role: "owner", tenant: { name: "Mine", plan: "free" }, must_enrol: true });
  });

  it("says the same of an address that is known, changes nothing, and tells its person by mail", async () => {
    const { email } = await signedUp();
    const input = { email, password: "another long password", name: "Eve", company: "Evil" };
    const known = await register.execute(visitor(), input);
    const fresh = await register.execute(visitor(), { ...input, email: newAddress() });
    expect({ status: known.status, message: known.message }).toEqual({ status: fresh.status, message: fresh.message });
    expect(await lastMail(email)).toMatchObject({ kind: "already-registered" });
    expect(await codeOf(login.execute(visitor(), { email, password: input.password }))).toBe("unauthenticated");
  });

  it("of two who sign up with one address at once, one has it and both hear the same", async () => {
    const input = { email: newAddress(), password: PASSWORD, name: "Ada", company: "Mine" };
    const answers = await Promise.all([1, 2, 3].map(() => register.execute(visitor(), input)));
    expect(new Set(answers.map(({ status, message }) => `${status} ${message}`)).size).toBe(1);
    expect(await query("select 1 from users where email = $1", [input.email])).toHaveLength(1);
  });

  it("takes any of the links that were sent, one of them once", async () => {
    const email = newAddress();
    await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
    const first = await mailedToken(email);
    expect(await codeOf(login.execute(visitor(), { email, password: PASSWORD }))).toBe("email_unverified");
    const second = await mailedToken(email);
    await resendVerification.execute(visitor(), { email });
    const third = await mailedToken(email);
    expect(new Set([first, second, third]).size).toBe(3);
    await verifyEmail.execute(visitor(), { token: first });
    for (const token of [first, second, third])
      expect(await codeOf(verifyEmail.execute(visitor(), { token }))).toBe("not_found");
    expect((await login.execute(visitor(), { email, password: PASSWORD })).user.email).toBe(email);
  });

  it("of two links that are followed at once, one confirms", async () => {
    const email = newAddress();
    await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
    const first = await mailedToken(email);
    await resendVerification.execute(visitor(), { email });
    const tokens = [first, await mailedToken(email)];
    const done = await Promise.allSettled(tokens.map((token) => verifyEmail.execute(visitor(), { token })));
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "not_found" } });
  });

  it("leaves no link behind when a reset has confirmed the address", async () => {
    const email = newAddress();
    await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
    const token = await mailedToken(email);
    await askPasswordReset.execute(visitor(), { email });
    const password = "eight loud capacitors";
    await resetPassword.execute(visitor(), { token: await mailedToken(email), password });
    expect(await codeOf(verifyEmail.execute(visitor(), { token }))).toBe("not_found");
    expect((await login.execute(visitor(), { email, password })).user.email).toBe(email);
  });

  it("sends an address that nobody has confirmed a link once more, for what was typed last", async () => {
    const email = newAddress();
    const first = await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mien" });
    const typed = { email, password: "eight loud capacitors", name: "Ada Li", company: "Mine" };
    const again = await register.execute(visitor(), typed);
    expect({ status: again.status, message: again.message }).toEqual({ status: first.status, message: first.message });
    expect(await lastMail(email)).toMatchObject({ kind: "verify-address" });
    await verifyEmail.execute(visitor(), { token: await mailedToken(email) });
    expect(await codeOf(login.execute(visitor(), { email, password: PASSWORD }))).toBe("unauthenticated");
    const { sid } = await login.execute(visitor(), { email, password: typed.password });
    expect(await getMe.execute(await withSession(sid), {})).toMatchObject({
      name: "Ada Li",
      tenant: { name: "Mine" },
      tenants: [{ role: "owner" }],
    });
  });

  it("confirms the password that a link was sent for, whoever signed up with the address in between", async () => {
    const email = newAddress();
    await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
    const own = await mailedToken(email);
    const theirs = { email, password: "not what ada has typed", name: "Eve", company: "Mine" };
    await register.execute(visitor(), theirs);
    await verifyEmail.execute(visitor(), { token: own });
    expect(await codeOf(login.execute(visitor(), { email, password: theirs.password }))).toBe("unauthenticated");
    expect((await login.execute(visitor(), { email, password: PASSWORD })).user.email).toBe(email);
  });

  it("says what is wrong with every field at once, the password too", async () => {
    const wrong = { email: "ada@mine", password: "short", name: " ", company: "" };
    const { code, details } = await failure(register.execute(visitor(), wrong));
    expect(code).toBe("validation");
    const told = details.errors?.map(({ path, code: why }) => [path, why]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["company", "too_small"],
        ["email", "email_invalid"],
        ["name", "too_small"],
        ["password", "password_short"],
      ]),
    );
    expect(told).toHaveLength(4);
    const empty = await failure(register.execute(visitor(), { ...wrong, password: "" }));
    expect(empty.details.errors?.filter(({ path }) => path === "password")).toMatchObject([{ code: "too_small" }]);
  });

  it("refuses a link after 24 hours, and one for another purpose", async () => {
    const email = newAddress();
    await register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
    const token = await mailedToken(email);
    expect(await codeOf(resetPassword.execute(visitor(), { token, password: "a new long password" }))).toBe(
      "not_found",
    );
    const later = { ...visitor(), now: () => new Date(Date.now() + 24 * 3_600_000 + 1_000) };
    expect(await codeOf(verifyEmail.execute(later, { token }))).toBe("not_found");
  });

  it.each([
    ["short", "password_short"],
    ["password1234", "password_common"],
    ["quiet-mine-ada-li", "password_context"],
    ["abababababababab", "password_simple"],
    ["x".repeat(129), "password_long"],
  ])("refuses the password %j", async (password, code) => {
    const input = { email: newAddress(), password, name: "Ada Li", company: "Quiet Mine" };
    expect((await failure(register.execute(visitor(), input))).details.errors?.[0]).toMatchObject({
      path: "password",
      code,
    });
  });

  it.each([
    '"quoted local"@mine.example',
    "ada＠mine.example",
    "ada@mine",
    "a@b@c.example",
    "ada@mine.example\r\nbcc: x@y.example",
    "ada@@mine.example",
  ])("refuses the address %j", async (email) => {
    const input = { email, password: PASSWORD, name: "Ada", company: "Mine" };
    expect((await failure(register.execute(visitor(), input))).details.errors?.[0]).toMatchObject({ path: "email" });
  });
});

describe("S9 signing in", () => {
  it("says and takes the same for an unknown account and a wrong password", async () => {
    const { email } = await signedUp({ demo: true });
    const timed = async (address: string) => {
      const started = performance.now();
      const error = await failure(login.execute(visitor(), { email: address, password: "not the password" }));
      return { error, ms: performance.now() - started };
    };
    const [wrong, unknown] = [await timed(email), await timed(newAddress())];
    expect({ code: unknown.error.code, message: unknown.error.message }).toEqual({
      code: wrong.error.code,
      message: wrong.error.message,
    });
    // The hash alone takes tens of milliseconds; an account that isn't there must not be quicker than that.
    expect(unknown.ms).toBeGreaterThan(15);
    expect((await records(email)).map(({ outcome }) => outcome)).toEqual(["wrong_password"]);
    const [seen] = await query<{ own: boolean }>(
      `select r.tenant_id = a.tenant_id as own from login_records r join user_access a on a.user_id = r.user_id where r.email = $1`,
      [email],
    );
    expect(seen).toEqual({ own: true });
  });

  it("takes whatever is typed as an address for an unknown account, NUL too", async () => {
    expect(await codeOf(login.execute(visitor(), { email: "a\u0000b", password: "a\u0000b" }))).toBe("unauthenticated");
  });

  it("lets nobody lock another out: strangers run into the limit, a known device does not", async () => {
    const { email } = await signedUp({ demo: true });
    const known = await login.execute(visitor(), { email, password: PASSWORD });
    const codes: string[] = [];
    for (let attempt = 0; attempt < 25; attempt++)
      codes.push(await codeOf(login.execute(visitor(), { email, password: `wrong number ${attempt}` })));
    expect(codes.at(-1)).toBe("limit_exceeded");
    expect(await codeOf(login.execute(visitor(), { email, password: PASSWORD }))).toBe("limit_exceeded");
    const own = visitor({ deviceCookie: known.device_cookie });
    expect((await login.execute(own, { email, password: PASSWORD })).user.email).toBe(email);
  });

  it("never tells the session's secret apart from the cookie's, and another one is made at each sign-in", async () => {
    const { email, password } = await signedUp({ demo: true });
    const [one, two] = [
      await login.execute(visitor(), { email, password }),
      await login.execute(visitor(), { email, password }),
    ];
    expect(one.sid).not.toBe(two.sid);
    expect(Buffer.from(one.sid, "base64url").length).toBeGreaterThanOrEqual(16);
    const stored = await query<{ sid_hash: string }>("select sid_hash from sessions where sid_hash in ($1, $2)", [
      one.sid,
      two.sid,
    ]);
    expect(stored).toEqual([]);
  });

  it("ends at once when access is taken, expires, or the company is closed", async () => {
    for (const change of [
      "update user_access set has_access = false where email = $1",
      "update user_access set expires_at = now() - interval '1 s' where email = $1",
      "update tenants set closed_at = now() where id = (select tenant_id from user_access where email = $1)",
    ]) {
      const { email, password } = await signedUp({ demo: true });
      const { sid } = await login.execute(visitor(), { email, password });
      expect((await sessionCaller(sid)).live).toBe(true);
      await query(change, [email]);
      expect((await sessionCaller(sid)).live, change).toBe(false);
      expect(await codeOf(login.execute(visitor(), { email, password }))).toBe("forbidden");
    }
  });

  it("a captured cookie is dead after signing out", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    await logout.execute(await withSession(sid), {});
    expect((await sessionCaller(sid)).live).toBe(false);
  });

  it("ends when idle for too long, and at its absolute limit", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    const age = (column: string, by: string) =>
      query(
        `update sessions set ${column} = ${column} - interval '${by}' where user_id = (select id from users where email = $1)`,
        [email],
      );
    await age("last_seen_at", "31 minutes");
    expect((await sessionCaller(sid)).live).toBe(false);
    const again = await login.execute(visitor(), { email, password });
    await age("expires_at", "12 hours");
    expect((await sessionCaller(again.sid)).live).toBe(false);
  });
});

describe("S9 tokens", () => {
  it("rotate, and one that is used twice ends the whole session", async () => {
    const { email, password } = await signedUp({ demo: true });
    const first = await login.execute(visitor(), { email, password });
    const second = await refresh.execute(visitor(), { refresh_token: first.refresh_token });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await codeOf(refresh.execute(visitor(), { refresh_token: first.refresh_token }))).toBe("unauthenticated");
    expect(await codeOf(refresh.execute(visitor(), { refresh_token: second.refresh_token }))).toBe("unauthenticated");
    expect((await sessionCaller(first.sid)).live).toBe(false);
    const entries = await query(
      "select tenant_id, actor_kind, after from audit_log where use_case = 'identity.refresh.reused' and after->>'user_id' = $1",
      [first.user.id],
    );
    expect(first.user.tenant_id).toEqual(expect.any(String));
    expect(entries).toEqual([
      {
        tenant_id: first.user.tenant_id,
        actor_kind: "anonymous",
        after: { revoked: "refresh_token_reused", user_id: first.user.id },
      },
    ]);
  });

  it("of ten refreshes at once at most one is answered, and then the session is over", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { refresh_token, sid } = await login.execute(visitor(), { email, password });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => refresh.execute(visitor(), { refresh_token })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
    expect((await sessionCaller(sid)).live).toBe(false);
  });
});

describe("S9 passwords", () => {
  it("a reset is asked for by the same answer, works once within ten minutes, and ends every session", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    expect(await askPasswordReset.execute(visitor(), { email })).toEqual(
      await askPasswordReset.execute(visitor(), { email: newAddress() }),
    );
    const token = await mailedToken(email);
    const late = { ...visitor(), now: () => new Date(Date.now() + 10 * 60_000 + 1_000) };
    expect(await codeOf(resetPassword.execute(late, { token, password: "eight loud capacitors" }))).toBe("not_found");
    expect(await codeOf(resetPassword.execute(visitor(), { token, password: "short" }))).toBe("validation");
    await resetPassword.execute(visitor(), { token, password: "eight loud capacitors" });
    expect(await codeOf(resetPassword.execute(visitor(), { token, password: "nine loud capacitors" }))).toBe(
      "not_found",
    );
    expect((await sessionCaller(sid)).live).toBe(false);
    expect(await codeOf(login.execute(visitor(), { email, password }))).toBe("unauthenticated");
    expect((await login.execute(visitor(), { email, password: "eight loud capacitors" })).user.email).toBe(email);
    expect(await lastMail(email)).toMatchObject({ kind: "password-changed" });
  });

  it("a change asks for the old one, ends the other sessions, and gives this one another secret", async () => {
    const { email, password } = await signedUp({ demo: true });
    const here = await login.execute(visitor(), { email, password });
    const there = await login.execute(visitor(), { email, password });
    const ctx = await withSession(here.sid);
    const wrong = { current_password: "not the password", new_password: "eight loud capacitors" };
    expect((await failure(changePassword.execute(ctx, wrong))).details.errors?.[0]).toMatchObject({
      path: "current_password",
    });
    const same = { current_password: password, new_password: password };
    expect((await failure(changePassword.execute(ctx, same))).details.errors?.[0]).toMatchObject({
      path: "new_password",
      code: "password_same",
    });
    const rotated = await changePassword.execute(ctx, { ...wrong, current_password: password });
    expect((await sessionCaller(here.sid)).live).toBe(false);
    expect((await sessionCaller(there.sid)).live).toBe(false);
    expect((await sessionCaller(rotated.sid)).live).toBe(true);
  });

  it("stepping up proves the person anew and rotates the session", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    await query(
      "update sessions set proved_at = now() - interval '1 hour' where user_id = (select id from users where email = $1)",
      [email],
    );
    const stale = await withSession(sid);
    expect(stale.actor.freshUntil?.getTime()).toBeLessThan(Date.now());
    expect(await codeOf(stepUp.execute(stale, { password: "not the password" }))).toBe("validation");
    const rotated = await stepUp.execute(stale, { password });
    const fresh = await withSession(rotated.sid);
    expect(fresh.actor.freshUntil?.getTime()).toBeGreaterThan(Date.now());
    expect((await sessionCaller(sid)).live).toBe(false);
  });
});
