import { AppError } from "@/lib/kernel/errors";

/**
 * Prisma's codes for a database that can't be reached or takes no more work: no answer, time-outs, closed
 * connections, no free connection, no transaction in time.
 */
const UNREACHABLE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);

/**
 * The same as the bare pool says it: codes of the socket, and Postgres' own (08: the connection, 57P: it shuts down,
 * starts, or ends who was silent, as does 25P03; 53300: too many). A wait that was too long has no code, only words.
 */
const LOST = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08\w{3}|25P03|57P0[1-35]|53300)$/;
const LOST_IN_WORDS =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed)|timeout exceeded when trying to connect|Query read timeout)/;

/** Lost a race that the next try may win: serialisation, deadlock, a lock that wasn't to be had in time. */
const LOST_RACE = /^(?:40001|40P01|55P03|P2034)$/;

/** A unique key that is taken: two who add the same at once, of whom one was first. */
const TAKEN = "P2002";

/** A statement written by hand failed. */
const RAW_FAILED = "P2010";

/**
 * No text in Postgres holds NUL, and none of ours is looked for by it. In JSON it holds no half of a character either; what
 * else could be wrong there isn't, for all of our JSON is written by `JSON.stringify`.
 */
const NO_TEXT =
  /invalid byte sequence for encoding "UTF8": 0x00|unsupported Unicode escape sequence|invalid input syntax for type json/;

/** What a caller may know of a failed transaction: `unavailable` where trying again may help, else the fault itself. */
export function databaseFault(error: unknown): unknown {
  const code = codeOf(error);
  if (code === TAKEN) {
    const words = "Somebody else has just added the same: load it again.";
    return new AppError("conflict", words, {}, { cause: error });
  }
  if (error instanceof Error && NO_TEXT.test(error.message)) {
    const words = "A text has NUL or half a character in it: take it out.";
    return new AppError("validation", words, {}, { cause: error });
  }
  if (!isUnreachable(code, error)) return error;
  return new AppError(
    "unavailable",
    "The database doesn't answer. Try again in a moment.",
    { retryAfterSeconds: 5 },
    { cause: error },
  );
}

type Coded = { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
/** For a statement that we wrote ourselves Prisma's code says only that it failed; Postgres' own lies within. */
function codeOf(error: unknown): unknown {
  const { code, meta } = (typeof error === "object" && error !== null ? error : {}) as Coded;
  return code === RAW_FAILED ? meta?.driverAdapterError?.cause?.originalCode : code;
}

const isUnreachable = (code: unknown, error: unknown): boolean =>
  typeof code === "string"
    ? UNREACHABLE.has(code) || LOST.test(code) || LOST_RACE.test(code)
    : error instanceof Error && LOST_IN_WORDS.test(error.message);
