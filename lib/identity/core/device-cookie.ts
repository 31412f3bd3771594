/** What a browser's device cookie says: the accounts that were signed in to from it. `tag` names one without telling it. */
export type KnownAccount = { tag: string; device: string; since: number };

const DAY_S = 86_400;
/** How long a device is remembered after it last signed in. */
export const DEVICE_DAYS = 180;
/** A browser that several people share remembers so many. */
export const MAX_ACCOUNTS = 5;

const isRemembered = ({ since }: KnownAccount, now: Date): boolean => {
  const ageS = now.getTime() / 1000 - since;
  // A clock that went back a little makes nobody a stranger.
  return ageS < DEVICE_DAYS * DAY_S && ageS > -DAY_S;
};

/**
 * The id by which this device is counted for the account, if it has signed in to it before (OWASP's device cookies). A
 * device is known for one account and a stranger for all others.
 */
export function knownDevice(accounts: readonly KnownAccount[], tag: string, now: Date): string | null {
  return accounts.find((account) => account.tag === tag && isRemembered(account, now))?.device ?? null;
}

/** What the cookie says after signing in to an account; a device keeps its id, `newId` is for one that had none. */
export function rememberAccount(
  accounts: readonly KnownAccount[],
  tag: string,
  newId: string,
  now: Date,
): KnownAccount[] {
  const device = knownDevice(accounts, tag, now) ?? newId;
  const others = accounts.filter((account) => account.tag !== tag && isRemembered(account, now));
  return [{ tag, device, since: Math.floor(now.getTime() / 1000) }, ...others].slice(0, MAX_ACCOUNTS);
}
