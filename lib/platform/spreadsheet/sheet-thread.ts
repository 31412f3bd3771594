import { AppError } from "@/lib/kernel/errors";
import { answerInThread } from "../thread-pool";
import { csvRows } from "./csv-rows";
import type { SheetKind } from "./file-kind";
import type { SheetLimits } from "./limits";
import type { SheetRow } from "./sheet-rows";
import { xlsxRows } from "./xlsx-rows";

export type SheetRequest = { kind: SheetKind; bytes: Uint8Array; limits: SheetLimits };

/** A refusal goes over as plain data: an error loses its class and its code between threads. */
export type SheetAnswer = { rows: SheetRow[] } | { refusal: Pick<AppError, "code" | "message" | "details"> };

answerInThread(async ({ kind, bytes, limits }: SheetRequest): Promise<SheetAnswer> => {
  try {
    return { rows: kind === "csv" ? csvRows(bytes, limits) : await xlsxRows(bytes, limits) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refusal: { code: error.code, message: error.message, details: error.details } };
  }
});
