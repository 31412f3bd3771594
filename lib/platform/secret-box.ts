import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { secretKey } from "./secrets";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text for the database: AES-256-GCM, bound to `context` (which row of what), so that boxes can't be swapped. */
export function seal(text: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secretKey("boxes"), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** The text of a box; throws when it was changed, belongs elsewhere, or another ENCRYPTION_KEY closed it. */
export function unseal(box: string, context: string): string {
  const [version, packed = ""] = box.split(".");
  if (version !== VERSION) throw new Error("This box was closed by another version.");
  const bytes = Buffer.from(packed, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", secretKey("boxes"), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}
