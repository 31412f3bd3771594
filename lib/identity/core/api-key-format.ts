const PREFIX = "mk_live_";
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FORM = /^mk_live_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** The open part of a key, by which lists, mails and logs name it. */
export const keyPrefix = (id: string): string => PREFIX + id;

/** Whether a text means to be a key, right or wrong. */
export const isKeyLike = (text: string): boolean => text.startsWith(PREFIX);

export type ParsedKey = { id: string; secret: string };

/** `mk_live_<id>_<32 random bytes as base62><CRC-32 as base62>`: a program that scans for leaked secrets knows it by sight. */
export function formatApiKey(id: string, secretBytes: Uint8Array): { key: string; secret: string } {
  const secret = base62(secretBytes, 43);
  return { key: `${PREFIX}${id}_${secret}${checksum(id + secret)}`, secret };
}

/** The parts of a key; nothing when it isn't one, or was mistyped. Needs no database. */
export function parseApiKey(key: string): ParsedKey | undefined {
  const [, id = "", secret = "", sum] = FORM.exec(key) ?? [];
  return id !== "" && sum === checksum(id + secret) ? { id, secret } : undefined;
}

/** Eight characters that name a key in lists and logs. `bytes` random, at least 8. */
export const newKeyId = (bytes: Uint8Array): string => base62(bytes, 11).slice(-8);

function base62(bytes: Uint8Array, length: number): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (; number > 0n; number /= 62n) text = ALPHABET.charAt(Number(number % 62n)) + text;
  return text.padStart(length, "0");
}

const checksum = (text: string): string => base62(u32(crc32(text)), 6);

const u32 = (value: number): Uint8Array => new Uint8Array([24, 16, 8, 0].map((shift) => (value >>> shift) & 255));

/** CRC-32 as in zip and PNG (ISO 3309). */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
