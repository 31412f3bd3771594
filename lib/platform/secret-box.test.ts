import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal, unseal } from "./secret-box";

describe("a box", () => {
  it("gives back what was put in, and never looks the same twice", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, context) => {
        const box = seal(text, context);
        expect(unseal(box, context)).toBe(text);
        expect(seal(text, context)).not.toBe(box);
      }),
      { numRuns: 50 },
    );
  });

  it("does not open where it doesn't belong, or when one bit of it is another", () => {
    const box = seal("JBSWY3DPEHPK3PXP", "totp:a");
    expect(() => unseal(box, "totp:b")).toThrow();
    const bytes = Buffer.from(box.slice(3), "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(`v1.${changed.toString("base64url")}`, "totp:a")).toThrow();
    }
    expect(() => unseal(`v2.${box.slice(3)}`, "totp:a")).toThrow("another version");
  });
});
