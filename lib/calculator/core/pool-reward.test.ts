import { expect, test } from "vitest";
import { poolReward } from "./pool-reward";

const [R, F] = [312_500_000, 17_500_000];
const pays = (method: "FPPS" | "PPS" | "PPS+" | "PPLNS" | "SOLO") =>
  poolReward({ method, fee: 0.02, feeOnFees: 0.1 }, R, F);

test("each method pays its part of subsidy and fees", () => {
  expect(pays("FPPS")).toBeCloseTo((R + F) * 0.98, 6);
  expect(pays("PPS")).toBeCloseTo(R * 0.98, 6);
  expect(pays("PPS+")).toBeCloseTo(R * 0.98 + F * 0.9, 6);
});

test("what scatters pays the same on average", () => {
  expect(pays("PPLNS")).toBe(pays("FPPS"));
  expect(pays("SOLO")).toBe(pays("FPPS"));
});
