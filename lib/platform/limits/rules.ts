/** How often something may be tried, by one key. */
export type LimitRule = {
  points: number;
  durationS: number;
  /** How long a key is refused once it went over; 0: until its time is over. */
  blockS: number;
  /** While the store doesn't answer: `closed` refuses everybody, `open` counts in this process. */
  down: "closed" | "open";
};

const MINUTE = 60;
const HOUR = 3_600;

/**
 * Every limit that is counted in the database, for all processes together. What guesses at a secret fails closed: a
 * store that can be knocked over must not be a way to guess on.
 */
export const LIMIT_RULES = {
  /** Wrong sign-ins, whoever's: many accounts tried from one place. */
  login_address: { points: 60, durationS: 15 * MINUTE, blockS: 15 * MINUTE, down: "closed" },
  /** Wrong sign-ins to one account from one place. */
  login_account_address: { points: 10, durationS: 15 * MINUTE, blockS: 15 * MINUTE, down: "closed" },
  /** Wrong sign-ins to one account from many places, by devices that never signed in to it. */
  login_account_unknown: { points: 20, durationS: HOUR, blockS: HOUR, down: "closed" },
  /** Wrong sign-ins by a device that has signed in to the account before: nobody else can use these up. */
  login_known_device: { points: 10, durationS: 15 * MINUTE, blockS: 15 * MINUTE, down: "closed" },
  /** Codes of the second factor: one in a million by guess, so a day of guessing must stay far below that. */
  second_factor: { points: 6, durationS: 30 * MINUTE, blockS: 30 * MINUTE, down: "closed" },
  register_address: { points: 60, durationS: HOUR, blockS: 0, down: "open" },
  reset_address: { points: 30, durationS: HOUR, blockS: 0, down: "closed" },
  reset_account: { points: 5, durationS: HOUR, blockS: 0, down: "closed" },
  verification_account: { points: 5, durationS: HOUR, blockS: 0, down: "open" },
  invitation_tenant: { points: 100, durationS: HOUR, blockS: 0, down: "open" },
  refresh_address: { points: 300, durationS: MINUTE, blockS: 0, down: "closed" },
  api_key_address: { points: 60, durationS: 10 * MINUTE, blockS: 10 * MINUTE, down: "closed" },
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof LIMIT_RULES;
export type LimitRules = Record<LimitName, LimitRule>;
