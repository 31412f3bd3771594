import { expect, it } from "vitest";
import { utcDateMs } from "../calendar";
import { heightAt } from "./block-heights";
import { lastHalvingDay } from "./last-halving";

const height = heightAt([
  { ms: utcDateMs("2024-04-20"), height: 839_999 },
  { ms: utcDateMs("2024-04-21"), height: 840_143 },
  { ms: utcDateMs("2024-06-01"), height: 846_000 },
]);

it("is the day of the first block that pays half", () => {
  expect(height && lastHalvingDay(height, utcDateMs("2024-05-01"))).toBe("2024-04-20");
  expect(height && lastHalvingDay(height, utcDateMs("2024-04-21"))).toBe("2024-04-20");
});

it("is the one before it while that block isn't there", () => {
  const day = height && lastHalvingDay(height, utcDateMs("2024-04-19"));
  expect(day?.slice(0, 4)).toBe("2020");
});

it("is none in the first years", () => {
  expect(lastHalvingDay(() => 209_999, utcDateMs("2012-11-01"))).toBeNull();
});
