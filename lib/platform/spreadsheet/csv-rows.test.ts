import fc from "fast-check";
import { expect, it } from "vitest";
import { csvFile } from "./csv-file";
import { csvRows } from "./csv-rows";
import { SHEET_LIMITS } from "./limits";

const text = fc
  .array(fc.constantFrom("a", "矿", "😀", " ", '"', "'", ",", ";", "\t", "\n", "=", "-", "＝", "sep=", "1"))
  .map((signs) => signs.join(""));

it("reads every list that was exported as it was, apart from blanks around a cell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
      fc.boolean(),
      (rows, bom) => {
        const columns = [0, 1, 2].map((index) => ({
          header: rows[0]?.[index] ?? "",
          value: (row: string[]) => row[index] ?? "",
        }));
        const read = csvRows(csvFile(columns, rows.slice(1), { bom }), SHEET_LIMITS);
        const trimmed = rows.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }));
        for (const { cells } of trimmed) while (cells.at(-1) === "") cells.pop();
        expect(read).toEqual(trimmed.filter(({ cells }) => cells.length > 0));
      },
    ),
    { numRuns: 1000 },
  );
});
