import { AppError } from "@/lib/kernel/errors";

/**
 * Prisma's codes for a database that can't be reached or takes no more work: no answer, time-outs, closed
 * connections, no free connection, no transaction in time.
 */
const UNREACHABLE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);

/** A unique key that is taken: two who add the same at once, of whom one was first. */
const TAKEN = "P2002";

/** What a caller may know of a failed transaction: `unavailable` where trying again may help, else the fault itself. */
export function databaseFault(error: unknown): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === TAKEN) {
    const words = "Somebody else has just added the same: load it again.";
    return new AppError("conflict", words, {}, { cause: error });
  }
  if (typeof code !== "string" || !UNREACHABLE.has(code)) return error;
  return new AppError(
    "unavailable",
    "The database doesn't answer. Try again in a moment.",
    { retryAfterSeconds: 5 },
    { cause: error },
  );
}
