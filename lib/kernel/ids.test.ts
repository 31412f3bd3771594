import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newOrderedId } from "./ids";

describe("an ordered id", () => {
  it("is a UUID of version 7 that begins with its time", () => {
    // The time of the example in RFC 9562, A.6.
    expect(newOrderedId(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("sorts by its time and is never the same twice", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 1_000_000 }), (at, later) => {
        const [a, b] = [newOrderedId(at), newOrderedId(at + later)];
        expect(a < b).toBe(true);
        expect(newOrderedId(at)).not.toBe(a);
      }),
    );
  });
});
