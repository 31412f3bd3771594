import type { AppError } from "@/lib/kernel/errors";
import { unreadable } from "./sheet-rows";

export type SheetKind = "csv" | "xlsx";

const KIND: Record<string, SheetKind> = { csv: "csv", tsv: "csv", txt: "csv", xlsx: "xlsx" };

/** What a file of another kind begins with, and what we call it. */
const MAGIC: [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "ole"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x52, 0x61, 0x72, 0x21], "a RAR archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "a 7z archive"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x4d, 0x5a], "a program"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
];

/**
 * Whether to read a file as CSV or as a workbook: by its ending, which its first bytes must bear out.
 * Throws `bad_request`, with what to do, for every other kind.
 */
export function kindOf(bytes: Uint8Array, fileName: string): SheetKind {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const found = MAGIC.find(([magic]) => magic.every((byte, index) => bytes[index] === byte))?.[1];
  if (found === "ole") throw oleRefusal(bytes);
  if (ending === "xls" || ending === "xlsm" || ending === "xlsb" || ending === "ods" || ending === "numbers") {
    throw unreadable("other_kind", `Files ending in .${ending} are not read: save it as .xlsx or as CSV.`);
  }
  const kind = KIND[ending];
  if (!kind) throw unreadable("other_kind", "Send a file whose name ends in .csv or .xlsx.");
  if (bytes.length === 0) throw unreadable("empty", "The file is empty.");
  if (kind === "xlsx" && found !== "zip")
    throw unreadable("damaged", "This is no .xlsx workbook: open it and save it as .xlsx again.");
  if (kind === "csv" && found === "zip")
    throw unreadable("other_kind", "This is no CSV but a workbook or an archive: a workbook's name ends in .xlsx.");
  if (kind === "csv" && found) throw unreadable("other_kind", `This is no CSV but ${found}: save the table as CSV.`);
  return kind;
}

/** Old workbooks and those with a password come in the same wrapping. */
function oleRefusal(bytes: Uint8Array): AppError {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    "EncryptedPackage",
    0,
    "utf16le",
  );
  return locked
    ? unreadable("password", "The workbook is protected by a password: remove the password and send it again.")
    : unreadable("old_workbook", "Workbooks of the old kind (.xls) are not read: save it as .xlsx or as CSV.");
}
