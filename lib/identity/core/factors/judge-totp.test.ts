import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totpCodes } from "../../adapters/totp";
import { judgeTotp, STEP_MS } from "./judge-totp";

const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const codeAt = totpCodes(SECRET);
const at = (step: number) => new Date(step * STEP_MS + 7_000);

describe("judgeTotp", () => {
  // RFC 6238, appendix B: SHA-1, the secret "12345678901234567890"; its eight digits end with our six.
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("knows the vector of RFC 6238 at %d s", (seconds, eight) => {
    const step = Math.floor(seconds / 30);
    expect(codeAt(step)).toBe(eight.slice(2));
    const verdict = judgeTotp({ codeAt, code: eight.slice(2), now: new Date(seconds * 1000), lastStep: 0 });
    expect(verdict).toEqual({ ok: true, step });
  });

  const STEP = 57_000_000;

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])("takes a code that is %d steps off: %s", (off, isTaken) => {
    const verdict = judgeTotp({ codeAt, code: codeAt(STEP + off), now: at(STEP), lastStep: 0 });
    expect(verdict).toEqual(isTaken ? { ok: true, step: STEP + off } : { ok: false, code: "wrong_code" });
  });

  it.each([
    ["the same step", STEP],
    ["a step before the last", STEP + 1],
  ])("refuses %s a second time", (_, lastStep) => {
    const verdict = judgeTotp({ codeAt, code: codeAt(STEP), now: at(STEP), lastStep });
    expect(verdict).toEqual({ ok: false, code: "code_used" });
  });

  it("takes the next step after one that was used", () => {
    const verdict = judgeTotp({ codeAt, code: codeAt(STEP), now: at(STEP), lastStep: STEP - 1 });
    expect(verdict).toEqual({ ok: true, step: STEP });
  });

  it("counts a code that two steps share as the newer one's, so that it can't be used again", () => {
    const same = () => "123456";
    const first = judgeTotp({ codeAt: same, code: "123456", now: at(STEP), lastStep: 0 });
    expect(first).toEqual({ ok: true, step: STEP + 1 });
    const again = judgeTotp({ codeAt: same, code: "123456", now: at(STEP), lastStep: STEP + 1 });
    expect(again).toEqual({ ok: false, code: "code_used" });
  });

  it.each(["", "12345", "1234567", "abcdef"])("refuses what is no code: %j", (code) => {
    expect(judgeTotp({ codeAt: () => "123456", code, now: at(STEP), lastStep: 0 })).toEqual({
      ok: false,
      code: "wrong_code",
    });
  });

  it("never takes a step twice, or one before the last, whatever order codes come in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 })), { maxLength: 30 }),
        (tries) => {
          let lastStep = 0;
          let step = STEP;
          const taken: number[] = [];
          for (const [off, passes] of tries) {
            step += passes;
            const verdict = judgeTotp({ codeAt, code: codeAt(step + off), now: at(step), lastStep });
            if (!verdict.ok) continue;
            taken.push(verdict.step);
            lastStep = verdict.step;
          }
          expect(taken).toEqual([...new Set(taken)].toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it("takes no code but those of the three steps around now", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 2, max: 80_000_000 }), (number, step) => {
        const code = String(number).padStart(6, "0");
        const isRight = [step - 1, step, step + 1].some((one) => codeAt(one) === code);
        expect(judgeTotp({ codeAt, code, now: at(step), lastStep: 0 }).ok).toBe(isRight);
      }),
    );
  });
});
