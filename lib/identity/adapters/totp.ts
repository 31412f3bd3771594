import { HOTP, Secret, TOTP } from "otpauth";
import { STEP_MS } from "../core/factors/judge-totp";

const ISSUER = "HashInsight";
/** What every authenticator app understands (RFC 6238 with its defaults). */
const FORM = { algorithm: "SHA1", digits: 6 } as const;

/** 160 bits, base32: as long as the hash, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says: `otpauth://totp/HashInsight:<account>?…`. */
export const totpUrl = (secret: string, account: string): string =>
  new TOTP({ ...FORM, issuer: ISSUER, label: account, secret, period: STEP_MS / 1000 }).toString();

/** The six digits of a time step. */
export function totpCodes(secret: string): (step: number) => string {
  const key = Secret.fromBase32(secret);
  return (step) => HOTP.generate({ ...FORM, secret: key, counter: step });
}
