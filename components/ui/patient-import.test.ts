import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { patientImport } from "./patient-import";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks until it comes, with a pause, and once for all who want it", async () => {
  let asked = 0;
  const load = patientImport(async () => {
    asked++;
    if (asked < 4) throw new Error("nobody is there");
    return "code";
  });
  expect(asked).toBe(0);
  const came = Promise.all([load(), load()]);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(4_001);
  expect(await came).toEqual(["code", "code"]);
  expect(await load()).toBe("code");
  expect(asked).toBe(4);
});
