import { expect, it } from "vitest";
import { defaultUnits, readUnits, type UnitPreference, writeUnits } from "./unit-preference";

it("reads what it wrote", () => {
  const chosen: UnitPreference = { hashrate: "eh", power: "mw", powerPrice: "usd", coin: "btc" };
  expect(readUnits(writeUnits(chosen))).toEqual(chosen);
});

it.each([undefined, "", "x", "th", "toString.w.constructor.__proto__", "TH.W.CENT.SATS"])(
  "reads %j as the default",
  (cookie) => expect(readUnits(cookie)).toEqual(defaultUnits),
);
