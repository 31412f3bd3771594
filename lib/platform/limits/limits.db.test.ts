import { randomInt, randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { query } from "@/lib/testing/sql";
import { type Limits, openLimits, type SignIn } from "./limits";
import { LIMIT_RULES, type LimitName } from "./rules";

const store = new Pool({ connectionString: process.env.DATABASE_URL, max: 3 });
const nowhere = new Pool({ connectionString: "postgres://nobody@127.0.0.1:1/none", connectionTimeoutMillis: 500 });
const limits = openLimits(store);
afterAll(() => Promise.all([store.end(), nowhere.end()]));
afterEach(() => vi.useRealTimers());

const address = () => `2001:db8:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::1`;
const email = () => `${randomUUID()}@mine.example`;
const stranger = (who: Partial<SignIn>): SignIn => ({ ip: address(), email: email(), device: null, ...who });

/** For each bucket: a way to fill this one and no other, by a key of its own. */
const FILLED_BY: Record<LimitName, (from: Limits) => () => Promise<void>> = {
  login_address: (from) =>
    (
      (ip) => () =>
        from.takeLogin(stranger({ ip }))
    )(address()),
  login_account_address: (from) =>
    (
      (who) => () =>
        from.takeLogin(who)
    )(stranger({})),
  login_account_unknown: (from) =>
    (
      (account) => () =>
        from.takeLogin(stranger({ email: account }))
    )(email()),
  login_known_device: (from) =>
    (
      (who) => () =>
        from.takeLogin(who)
    )(stranger({ device: randomUUID() })),
  second_factor: (from) =>
    (
      (userId) => () =>
        from.takeSecondFactor({ userId, device: null })
    )(randomUUID()),
  register_address: (from) =>
    (
      (ip) => () =>
        from.takeRegistration(ip)
    )(address()),
  reset_address: (from) =>
    (
      (ip) => () =>
        from.takeReset({ ip, email: email() })
    )(address()),
  reset_account: (from) =>
    (
      (account) => () =>
        from.takeReset({ ip: address(), email: account })
    )(email()),
  verification_account: (from) =>
    (
      (account) => () =>
        from.takeVerificationMail(account)
    )(email()),
  invitation_tenant: (from) =>
    (
      (tenantId) => () =>
        from.takeInvitation(tenantId)
    )(randomUUID()),
  refresh_address: (from) =>
    (
      (ip) => () =>
        from.takeRefresh(ip)
    )(address()),
  api_key_address: (from) =>
    (
      (ip) => () =>
        from.takeKeyFailure(ip)
    )(address()),
};

async function fill(take: () => Promise<void>, points: number): Promise<void> {
  for (let taken = 0; taken < points; taken++) await take();
}

describe.each(Object.keys(LIMIT_RULES) as LimitName[])("S10 rate limits › the limit %s", (name) => {
  const { points, durationS, blockS, down } = LIMIT_RULES[name];

  it(`lets ${points} through`, async () => {
    await expect(fill(FILLED_BY[name](limits), points)).resolves.toBeUndefined();
  });

  it("refuses the next one, says when to come back, and leaves others alone", async () => {
    const take = FILLED_BY[name](limits);
    await fill(take, points);
    const refusal = await take().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "limit_exceeded" });
    const { retryAfterSeconds } = (refusal as { details: { retryAfterSeconds: number } }).details;
    expect(retryAfterSeconds).toBeGreaterThan((blockS || durationS) - 20);
    expect(retryAfterSeconds).toBeLessThanOrEqual(blockS || durationS);
    await expect(FILLED_BY[name](limits)()).resolves.toBeUndefined();
  });

  it("counts anew once its time is over, and not before", async () => {
    const take = FILLED_BY[name](limits);
    await fill(take, points);
    await expect(take()).rejects.toMatchObject({ code: "limit_exceeded" });
    const refusedForMs = (blockS || durationS) * 1000;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + refusedForMs - 20_000 });
    await expect(take()).rejects.toMatchObject({ code: "limit_exceeded" });
    vi.setSystemTime(Date.now() + 21_000);
    await expect(take()).resolves.toBeUndefined();
  });

  it(`fails ${down} when the store doesn't answer`, async () => {
    const take = FILLED_BY[name](openLimits(nowhere));
    if (down === "closed") {
      await expect(take()).rejects.toMatchObject({ code: "unavailable", details: { retryAfterSeconds: 5 } });
    } else {
      await fill(take, points);
      await expect(take()).rejects.toMatchObject({ code: "limit_exceeded" });
    }
  });
});

describe("S10 rate limits › what guessing at an account costs", () => {
  const { login_account_address, login_account_unknown } = LIMIT_RULES;

  it("a botnet runs dry, and a known device still gets in", async () => {
    const account = email();
    await fill(() => limits.takeLogin(stranger({ email: account })), login_account_unknown.points);
    await expect(limits.takeLogin(stranger({ email: account }))).rejects.toMatchObject({ code: "limit_exceeded" });
    await expect(limits.takeLogin(stranger({ email: account, device: randomUUID() }))).resolves.toBeUndefined();
  });

  it("a neighbour behind the same address locks out no known device", async () => {
    const who = stranger({});
    await fill(() => limits.takeLogin(who), login_account_address.points);
    await expect(limits.takeLogin(who)).rejects.toMatchObject({ code: "limit_exceeded" });
    await expect(limits.takeLogin({ ...who, device: randomUUID() })).resolves.toBeUndefined();
  });

  it("another spelling of the account is no further guess", async () => {
    const who = stranger({});
    await fill(() => limits.takeLogin(who), login_account_address.points);
    const shouted = { ...who, email: ` ${who.email?.toUpperCase()} ` };
    await expect(limits.takeLogin(shouted)).rejects.toMatchObject({ code: "limit_exceeded" });
  });

  it("another address of the same IPv6 network is no further guess", async () => {
    const who = stranger({ ip: "2001:db8:77:88::1" });
    await fill(() => limits.takeLogin(who), login_account_address.points);
    const moved = { ...who, ip: "2001:db8:77:88:1234::9" };
    await expect(limits.takeLogin(moved)).rejects.toMatchObject({ code: "limit_exceeded" });
  });

  it("fifty guesses at once are fifty", async () => {
    const who = stranger({});
    const guesses = await Promise.allSettled(Array.from({ length: 50 }, () => limits.takeLogin(who)));
    const passed = guesses.filter(({ status }) => status === "fulfilled");
    expect(passed).toHaveLength(login_account_address.points);
  });
});

describe("S10 rate limits › what was right", () => {
  it("signing in again and again from one place uses nothing up", async () => {
    const who = stranger({});
    for (let round = 0; round < LIMIT_RULES.login_account_unknown.points + 5; round++) {
      await limits.takeLogin(who);
      await limits.succeedLogin(who);
    }
    await expect(limits.takeLogin(who)).resolves.toBeUndefined();
  });

  it("forgets the wrong passwords from this place, not those that strangers tried", async () => {
    const who = stranger({});
    const { points } = LIMIT_RULES.login_account_unknown;
    await fill(() => limits.takeLogin(stranger({ email: who.email })), points - 1);
    await limits.takeLogin(who);
    await limits.succeedLogin(who);
    await expect(limits.takeLogin(stranger({ email: who.email }))).resolves.toBeUndefined();
    await expect(limits.takeLogin(stranger({ email: who.email }))).rejects.toMatchObject({ code: "limit_exceeded" });
  });

  it("a right code makes room for the next ones", async () => {
    const who = { userId: randomUUID(), device: null };
    await fill(() => limits.takeSecondFactor(who), LIMIT_RULES.second_factor.points);
    await limits.succeedSecondFactor(who);
    await expect(limits.takeSecondFactor(who)).resolves.toBeUndefined();
  });

  it("passes although the store went away in between", async () => {
    await expect(openLimits(nowhere).succeedLogin(stranger({}))).resolves.toBeUndefined();
  });
});

it("S10 rate limits › keeps no address and no account in clear", async () => {
  const who = stranger({ ip: "203.0.113.77", email: "somebody.known@mine.example" });
  await limits.takeLogin(who);
  const rows = await query<{ key: string }>("select key from rate_limits where key like 'login_%'");
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const { key } of rows) expect(key).toMatch(/^[a-z_]+:[\w-]{43}$/);
});
