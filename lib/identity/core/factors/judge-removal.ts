/** The second factors that a person has. A wallet is none: it only takes the place of the password. */
export type Factors = { hasTotp: boolean; passkeys: number };

export const hasSecondFactor = ({ hasTotp, passkeys }: Factors): boolean => hasTotp || passkeys > 0;

/** Whether one may go: the last one stays with a person whose role, in any company, demands a second factor. */
export function mayRemove(removed: "totp" | "passkey", factors: Factors, mustKeepOne: boolean): boolean {
  const left: Factors =
    removed === "totp" ? { ...factors, hasTotp: false } : { ...factors, passkeys: factors.passkeys - 1 };
  return !mustKeepOne || hasSecondFactor(left);
}
