import { hkdfSync } from "node:crypto";
import { env } from "./env";

/** What keys are made for. Keys of different purposes never match, though they come from one secret. */
export type SecretPurpose =
  | "session-cookie"
  | "access-token"
  | "device-cookie"
  | "boxes"
  | "audit-checkpoint"
  | "pending-mail"
  | "rate-limits";

/**
 * 32 bytes for one purpose. What is stored encrypted or signed for good (`boxes`, `audit-checkpoint`) comes from
 * ENCRYPTION_KEY; the rest from AUTH_SECRET, which may be changed at the price of everybody signing in again.
 */
export function secretKey(purpose: SecretPurpose): Buffer {
  const root = purpose === "boxes" || purpose === "audit-checkpoint" ? env().ENCRYPTION_KEY : env().AUTH_SECRET;
  return Buffer.from(hkdfSync("sha256", root, "hashinsight", purpose, 32));
}
