/** Crockford's base 32: without I, L, O and U, so that what was written down by hand is read the same again. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** How many a person gets at a time. */
export const RECOVERY_CODES = 10;
/** 80 bits a code: as its hash is fast, nobody may come near to trying them all. */
export const RECOVERY_BYTES = 10;

export type TypedCode = { kind: "totp" | "recovery"; code: string };

/** What somebody typed, spaces, dashes, case and full-width forms aside; nothing when it can't be a code of either kind. */
export function readTypedCode(text: string): TypedCode | undefined {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, "");
  if (/^[0-9]{6}$/.test(plain)) return { kind: "totp", code: plain };
  const code = plain.replace(/O/g, "0").replace(/[IL]/g, "1");
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign))
    ? { kind: "recovery", code }
    : undefined;
}

/** A recovery code of 10 random bytes, in groups of four: `7Q2M-XA09-…`. Its groups joined are what is hashed. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (let place = 0; place < LENGTH; place++, number /= 32n) text = ALPHABET.charAt(Number(number % 32n)) + text;
  return text.replace(/.{4}(?=.)/g, "$&-");
}
