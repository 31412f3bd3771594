import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { secretKey } from "@/lib/platform/secrets";

/** The head of a PKCS #8 key of Ed25519 (RFC 8410); the 32 bytes of the seed follow. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

let pair: { privateKey: KeyObject; publicKey: KeyObject; shown: string } | undefined;

function keys() {
  if (!pair) {
    const seed = Buffer.concat([PKCS8_HEAD, secretKey("audit-checkpoint")]);
    const privateKey = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
    const publicKey = createPublicKey(privateKey);
    pair = { privateKey, publicKey, shown: publicKey.export({ format: "jwk" }).x ?? "" };
  }
  return pair;
}

/** This installation's public key: the 32 bytes of Ed25519, base64url. */
export const publicKey = (): string => keys().shown;

/** Ed25519 signature of a text, base64url. */
export const signText = (text: string): string =>
  sign(null, Buffer.from(text), keys().privateKey).toString("base64url");

/** Whether this installation's own key signed it: a key that comes along with a signature proves nothing. */
export const isOurs = (text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), keys().publicKey, Buffer.from(signature, "base64url"));
