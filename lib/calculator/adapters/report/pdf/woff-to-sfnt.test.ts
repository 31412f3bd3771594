import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { woffToSfnt } from "./woff-to-sfnt";

const font = readFileSync(
  "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff",
);

/** OpenType: the sum of a table as big-endian words; the head table counts without its own adjustment. */
function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4)
    sum = (sum + Buffer.concat([table.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0)) >>> 0;
  return sum;
}

it("unpacks every table, each with its own checksum", () => {
  const sfnt = woffToSfnt(font);
  expect(sfnt.length).toBe(font.readUInt32BE(16));
  const count = sfnt.readUInt16BE(4);
  expect(count).toBeGreaterThan(8);
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index;
    const tag = sfnt.toString("latin1", entry, entry + 4);
    const offset = sfnt.readUInt32BE(entry + 8);
    const table = Buffer.from(sfnt.subarray(offset, offset + sfnt.readUInt32BE(entry + 12)));
    if (tag === "head") table.writeUInt32BE(0, 8);
    expect([tag, checksum(table)]).toEqual([tag, sfnt.readUInt32BE(entry + 4)]);
  }
});

it("refuses another format", () => {
  expect(() => woffToSfnt(Buffer.from("wOF2 and more"))).toThrow("not in the WOFF format");
});
