import { describe, expect, it } from "vitest";
import { figures } from "./figures";
import { defaultUnits } from "./unit-preference";

const en = figures("en");
const zh = figures("zh");

describe("figures", () => {
  it("shows dollars with two decimals and keeps the exact value", () => {
    expect(en.usd(92.28667711)).toEqual({ text: "$92.29", exact: "92.28667711" });
    expect(zh.usd(1234.5)).toEqual({ text: "$1,234.50", exact: "1234.5" });
  });

  it("has no cents in a page's first words from ten thousand on", () => {
    expect([9_999.99, 9_999.996, 10_000.4, -123_456.78].map((usd) => en.headline(usd).text)).toEqual([
      "$9,999.99",
      "$10,000",
      "$10,000",
      "−$123,457",
    ]);
  });

  it("says profit and loss by sign, with a true minus, and zero without one", () => {
    expect(en.usd(43.4, { signed: true }).text).toBe("+$43.40");
    expect(en.usd(-43.4, { signed: true }).text).toBe("−$43.40");
    expect(en.usd(-0.001, { signed: true }).text).toBe("$0.00");
    expect(en.number(-1234.5, { digits: 2 }).text).toBe("−1,234.50");
  });

  it("has nothing to show or copy where there is no value", () => {
    for (const nothing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(en.usd(nothing)).toEqual({ text: "–", exact: "" });
      expect(en.difficulty(nothing)).toEqual({ text: "–", exact: "" });
      expect(en.hashrate(nothing)).toEqual({ text: "–", exact: "" });
      expect(en.coin(nothing)).toEqual({ text: "–", exact: "" });
    }
  });

  it("follows the reader's units and never changes the value itself", () => {
    expect(en.powerPrice(0.06)).toEqual({ text: "6.0", unit: "¢/kWh", exact: "6" });
    const other = figures("en", { hashrate: "ph", power: "kw", powerPrice: "usd", coin: "btc" });
    expect(other.powerPrice(0.06)).toEqual({ text: "0.06", unit: "$/kWh", exact: "0.06" });
    expect(other.hashrate(2000)).toEqual({ text: "2", unit: "PH/s", exact: "2" });
    expect(other.power(3550)).toEqual({ text: "3.55", unit: "kW", exact: "3.55" });
    expect(other.coin(97_143)).toEqual({ text: "0.00097143", unit: "BTC", exact: "0.00097143" });
  });

  it("shows coins in dollars only where a price is known", () => {
    const dollars = figures("en", { ...defaultUnits, coin: "usd" });
    expect(dollars.coin(97_143, 95_000).text).toBe("$92.29");
    expect(dollars.coin(97_143)).toEqual({ text: "97,143", unit: "sat", exact: "97143" });
  });

  it("shows difficulty in trillions and copies all of it", () => {
    expect(en.difficulty(132_716_002_350_731)).toEqual({ text: "132.72", unit: "T", exact: "132716002350731" });
  });

  it("takes 万 and 亿 only in the compact form", () => {
    expect(zh.number(95_000).text).toBe("95,000");
    expect(zh.number(95_000, { compact: true, digits: [0, 1] }).text).toBe("9.5万");
  });
});
