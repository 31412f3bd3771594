import { unreadable } from "./sheet-rows";

/**
 * The text of a CSV: UTF-16 by its mark, else UTF-8 with or without one, else GB18030 (what Excel writes in Chinese).
 * Throws `bad_request` for anything else.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const text = utf16(bytes) ?? decode("utf-8", bytes) ?? decode("gb18030", bytes);
  if (text === null || text.includes("\0")) {
    throw unreadable("encoding", 'The text can\'t be read: save the file as "CSV UTF-8".');
  }
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) {
    throw unreadable("web_page", "This is no CSV but a web page: save the table as CSV.");
  }
  return text;
}

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode("utf-16le", bytes) ?? "\0";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode("utf-16be", bytes) ?? "\0";
  return null;
}

/** Without its mark; null where a byte doesn't fit. */
function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
