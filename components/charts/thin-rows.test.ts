import fc from "fast-check";
import { expect, it } from "vitest";
import { thinRows } from "./thin-rows";

it("keeps few rows as they are, and of many the first, the last and at most so many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 3, max: 1_500 }), (count, most) => {
      const rows = Array.from({ length: count }, (_, index) => index);
      const thin = thinRows(rows, most);
      expect(thin.length).toBeLessThanOrEqual(Math.max(most, Math.min(count, most)));
      expect([thin[0], thin.at(-1)]).toEqual([rows[0], rows.at(-1)]);
      if (count <= most) expect(thin).toBe(rows);
      expect(new Set(thin).size).toBe(thin.length);
    }),
  );
});
