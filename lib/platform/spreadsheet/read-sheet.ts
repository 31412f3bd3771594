import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/kernel/errors";
import { execArgv, threadPool } from "../thread-pool";
import { kindOf } from "./file-kind";
import { SHEET_LIMITS, type SheetLimits, sizeText } from "./limits";
import { type SheetRow, tooLarge } from "./sheet-rows";
import type { SheetAnswer, SheetRequest } from "./sheet-thread";

const TOO_MUCH =
  "The file takes too much time or memory to read: send only the rows that matter, or send them in parts.";

const inThread = threadPool<SheetRequest, SheetAnswer>({
  open: () =>
    new Worker(new URL("./sheet-thread.ts", import.meta.url), {
      execArgv: execArgv(),
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 },
    }),
  threads: 2,
  mostWaiting: 16,
  busy: "Too many files are being read: try again in a moment.",
  idleMs: 30_000,
  deadline: { ms: 20_000, error: () => tooLarge("heavy", TOO_MUCH) },
});

/**
 * The rows of a file that somebody sent: a CSV or the first sheet of a workbook (.xlsx). Cells are text, trimmed; rows
 * that are empty are left out, and each says its number. It is read in a thread with a limit to its memory and its time.
 * Throws `too_large`, `validation` (a row is wrong; `details.errors` says where), `bad_request` (not such a file) with
 * what to do, or `unavailable` when too many wait.
 */
export async function readSheet(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<SheetLimits> = {},
): Promise<SheetRow[]> {
  const all = { ...SHEET_LIMITS, ...limits };
  if (bytes.length > all.maxBytes) {
    throw tooLarge("large_file", `The file is larger than ${sizeText(all.maxBytes)}: send it in parts.`);
  }
  const answer = await inThread({ kind: kindOf(bytes, fileName), bytes, limits: all }).catch((error: unknown) => {
    throw isOutOfMemory(error) ? tooLarge("heavy", TOO_MUCH) : error;
  });
  if ("rows" in answer) return answer.rows;
  throw new AppError(answer.refusal.code, answer.refusal.message, answer.refusal.details);
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
