import { crc32, inflateRawSync } from "node:zlib";
import type { SheetLimits } from "./limits";
import { damaged, type ZipEntry, zipEntries } from "./zip-directory";

/**
 * Everything in a zip, by name. No part is unpacked beyond the size that was announced for it, and the announced sizes
 * are within the limits before the first byte is: a bomb that lies goes off after as many bytes as it admits to.
 * Throws `too_large` or `bad_request`.
 */
export function unzipWithin(bytes: Uint8Array, limits: SheetLimits): Map<string, Uint8Array> {
  return new Map(zipEntries(bytes, limits).map((entry) => [entry.name, inflate(entry)]));
}

function inflate({ deflated, data, size, crc }: ZipEntry): Uint8Array {
  let content = data;
  if (deflated) {
    try {
      content = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    } catch {
      throw damaged();
    }
  }
  if (content.length !== size || crc32(content) !== crc) throw damaged();
  return content;
}
