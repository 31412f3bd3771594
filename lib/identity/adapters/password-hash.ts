import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { AppError } from "@/lib/kernel/errors";

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
export const COST = { m: 19_456, t: 2, p: 1 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** Each hash takes a core and 19 MiB: two at a time, and no more in the queue than can be answered while somebody waits. */
const AT_ONCE = 2;
const MAX_WAITING = 64;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING)
    throw new AppError("unavailable", "Too many people sign in right now: try again in a moment.", {
      retryAfterSeconds: 2,
    });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

const keyOf = (password: string, salt: Buffer, { m, t, p }: { m: number; t: number; p: number }): Promise<Buffer> =>
  // Two spellings of one text (é as one character or two) are one password.
  inTurn(() =>
    derive("argon2id", {
      message: password.normalize("NFKC"),
      nonce: salt,
      parallelism: p,
      tagLength: KEY_BYTES,
      memory: m,
      passes: t,
    }),
  );

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

/** The PHC string of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Takes about 60 ms off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(password, salt, COST);
  return `$argon2id$v=19$m=${COST.m},t=${COST.t},p=${COST.p}$${unpadded(salt)}$${unpadded(key)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** What an unknown account is compared with, so that it takes as long as a known one. */
const NOBODY = `$argon2id$v=19$m=${COST.m},t=${COST.t},p=${COST.p}$${unpadded(randomBytes(SALT_BYTES))}$${unpadded(randomBytes(KEY_BYTES))}`;

/**
 * Whether a password is the one of a PHC string. `null` (no such account, or one without a password) takes the same time
 * and is never right. `outdated`: right, but hashed with other parameters than today's.
 */
export async function verifyPassword(
  phc: string | null,
  password: string,
): Promise<{ right: boolean; outdated: boolean }> {
  const [, m, t, p, salt = "", hash = ""] = PHC.exec(phc ?? NOBODY) ?? [];
  if (m === undefined) throw new Error("A stored password hash is not a PHC string of argon2id.");
  const cost = { m: Number(m), t: Number(t), p: Number(p) };
  const expected = Buffer.from(hash, "base64");
  const key = await keyOf(password, Buffer.from(salt, "base64"), cost);
  const right = key.length === expected.length && timingSafeEqual(key, expected) && phc !== null;
  return { right, outdated: cost.m !== COST.m || cost.t !== COST.t || cost.p !== COST.p };
}
