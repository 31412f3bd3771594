/** What an attempt to sign in can come to. */
export const LOGIN_OUTCOMES = [
  "ok",
  "wrong_password",
  "wrong_code",
  "unknown_account",
  "unverified",
  "no_access",
  "second_factor_asked",
  "locked",
] as const;
export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number];
