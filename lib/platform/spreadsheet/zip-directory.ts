import { RATIO_FREE_BYTES, type SheetLimits, sizeText } from "./limits";
import { tooLarge, unreadable } from "./sheet-rows";

/** One file of an archive as its directory names it; `data` are its packed bytes. */
export type ZipEntry = { name: string; deflated: boolean; size: number; crc: number; data: Uint8Array };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The entries of a zip by its central directory, which is what spreadsheets go by. Nothing is unpacked. Throws
 * `too_large` where the announced sizes go beyond the limits, and `bad_request` for everything by which one program could
 * be shown something else than another: entries that overlap, two of one name, a local name that differs.
 */
export function zipEntries(bytes: Uint8Array, limits: SheetLimits): ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count || start > end) throw damaged();
  if (count > limits.maxEntries)
    throw tooLarge("heavy", `The workbook has ${count} parts: at most ${limits.maxEntries} are read.`);
  const entries: (ZipEntry & { from: number; to: number })[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== ENTRY) throw damaged();
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push(readEntry(zip, at, nameLength, start));
    at += 46 + nameLength + extraLength + noteLength;
  }
  if (at > end) throw damaged();
  refuseOverlap(entries);
  refuseSizes(entries, limits);
  return entries;
}

function endOfDirectory(zip: Buffer): number {
  // The comment behind it has a length of two bytes; the record must end where the file does.
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END && at + 22 + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  throw damaged();
}

function readEntry(
  zip: Buffer,
  at: number,
  nameLength: number,
  directory: number,
): ZipEntry & { from: number; to: number } {
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  const packed = zip.readUInt32LE(at + 20);
  const from = zip.readUInt32LE(at + 42);
  if (flags & 1)
    throw unreadable("password", "The workbook is protected by a password: remove the password and send it again.");
  if (method !== 0 && method !== 8) throw damaged();
  if (from + 30 > directory || zip.readUInt32LE(from) !== LOCAL || zip.readUInt16LE(from + 8) !== method)
    throw damaged();
  const name = zip.subarray(at + 46, at + 46 + nameLength);
  const localName = zip.subarray(from + 30, from + 30 + zip.readUInt16LE(from + 26));
  const begins = from + 30 + localName.length + zip.readUInt16LE(from + 28);
  const to = begins + packed;
  if (!name.equals(localName) || to > directory) throw damaged();
  return {
    name: name.toString("utf8"),
    deflated: method === 8,
    size: zip.readUInt32LE(at + 24),
    crc: zip.readUInt32LE(at + 16),
    data: zip.subarray(begins, to),
    from,
    to,
  };
}

function refuseOverlap(entries: readonly { name: string; from: number; to: number }[]): void {
  const inOrder = entries.toSorted((a, b) => a.from - b.from);
  if (inOrder.some(({ from }, index) => index > 0 && from < (inOrder[index - 1]?.to ?? 0))) throw damaged();
  // Parts of a workbook are the same whether written in capitals or not.
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) throw damaged();
}

function refuseSizes(entries: readonly ZipEntry[], { maxUnzippedBytes, maxRatio }: SheetLimits): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const dense = entries.some(({ size, data }) => size > RATIO_FREE_BYTES && size > data.length * maxRatio);
  if (total > maxUnzippedBytes || dense) {
    throw tooLarge(
      "unpacked",
      `The workbook is too large unpacked (at most ${sizeText(maxUnzippedBytes)}): send only the rows that matter.`,
    );
  }
}

/** What can't be read as it is, and would by other programs perhaps be read otherwise. */
export const damaged = () =>
  unreadable("damaged", "The workbook is damaged: open it in a spreadsheet program and save it as .xlsx again.");
