import type { Pool } from "pg";
import { addressKey } from "./address-key";
import { type Bucket, openBucket } from "./bucket";
import { LIMIT_RULES, type LimitName, type LimitRules } from "./rules";
import { limitsPool } from "./store";

/** `device`: the id of a device that has signed in to this account before, as its signed cookie proves. */
export type SignIn = { ip: string; email: string | null; device: string | null };

/**
 * The limits of what may be tried, by name. Each `take…` counts first and asks afterwards, so that fifty guesses at once
 * are fifty. They throw `limit_exceeded` (429) with the time to wait, or `unavailable` (503) where they fail closed.
 */
export type Limits = {
  /**
   * Before a password, passkey or wallet is checked. Whoever guesses from elsewhere locks out only strangers: a known
   * device is counted by itself alone.
   */
  takeLogin(who: SignIn): Promise<void>;
  /** It was right: what was taken for it is given back. */
  succeedLogin(who: SignIn): Promise<void>;
  /** Before a code (app or recovery) is checked; also the proof of identity of somebody who is signed in. */
  takeSecondFactor(who: { userId: string; device: string | null }): Promise<void>;
  succeedSecondFactor(who: { userId: string; device: string | null }): Promise<void>;
  takeRegistration(ip: string): Promise<void>;
  takeReset(who: { ip: string; email: string }): Promise<void>;
  takeVerificationMail(email: string): Promise<void>;
  takeInvitation(tenantId: string): Promise<void>;
  takeRefresh(ip: string): Promise<void>;
  /** After an API key turned out to be wrong. */
  takeKeyFailure(ip: string): Promise<void>;
};

export function openLimits(store: Pool, rules: LimitRules = LIMIT_RULES): Limits {
  const names = Object.keys(rules) as LimitName[];
  const buckets = Object.fromEntries(names.map((name) => [name, openBucket(name, rules[name], store)]));
  const of = buckets as Record<LimitName, Bucket>;
  return {
    async takeLogin({ ip, email, device }) {
      if (email !== null && device !== null) return of.login_known_device.take(pair(account(email), device));
      await of.login_address.take(addressKey(ip));
      if (email === null) return;
      await of.login_account_address.take(pair(account(email), addressKey(ip)));
      await of.login_account_unknown.take(account(email));
    },
    async succeedLogin({ ip, email, device }) {
      if (email !== null && device !== null) return of.login_known_device.clear(pair(account(email), device));
      const address = of.login_address.giveBack(addressKey(ip));
      if (email === null) return address;
      const here = of.login_account_address.clear(pair(account(email), addressKey(ip)));
      await Promise.all([address, here, of.login_account_unknown.giveBack(account(email))]);
    },
    takeSecondFactor: ({ userId, device }) => of.second_factor.take(pair(userId, device ?? "")),
    succeedSecondFactor: ({ userId, device }) => of.second_factor.clear(pair(userId, device ?? "")),
    takeRegistration: (ip) => of.register_address.take(addressKey(ip)),
    async takeReset({ ip, email }) {
      await of.reset_address.take(addressKey(ip));
      await of.reset_account.take(account(email));
    },
    takeVerificationMail: (email) => of.verification_account.take(account(email)),
    takeInvitation: (tenantId) => of.invitation_tenant.take(tenantId),
    takeRefresh: (ip) => of.refresh_address.take(addressKey(ip)),
    takeKeyFailure: (ip) => of.api_key_address.take(addressKey(ip)),
  };
}

/** One spelling an account, so that another one is no further guess. */
const account = (email: string): string => email.trim().normalize("NFKC").toLowerCase();
const pair = (one: string, other: string): string => JSON.stringify([one, other]);

let shared: Limits | undefined;
/** The limits of this process, counted together with the other processes on the database. */
export function limits(): Limits {
  shared ??= openLimits(limitsPool());
  return shared;
}
