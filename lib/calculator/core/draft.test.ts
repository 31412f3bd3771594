import { describe, expect, it } from "vitest";
import { draftToRequest, trimDraft } from "./draft";

const S21 = { name: "Antminer S21 200T", hashrate_th: 200 };

describe("draftToRequest", () => {
  it("asks for an answer before any typing", () => {
    const { request, problems } = draftToRequest({}, S21);
    expect(problems).toEqual([]);
    expect(request).toMatchObject({
      miner_model: S21.name,
      quantity: 10,
      electricity_cost: 0.06,
      machine_price_usd: 3000,
      horizon_months: 36,
    });
  });

  it("reads the price of power in the unit that stands beside it", () => {
    expect(draftToRequest({ electricity_cost: "6,5" }, S21).request.electricity_cost).toBeCloseTo(0.065, 12);
    expect(
      draftToRequest({ electricity_cost: "0.065", electricity_unit: "dollars" }, S21).request.electricity_cost,
    ).toBe(0.065);
  });

  it("assumes a price until one is given, and none once the field was emptied", () => {
    expect(draftToRequest({ machine_price_usd: "2500" }, S21).request.machine_price_usd).toBe(2500);
    expect(draftToRequest({ machine_price_usd: "" }, S21).request).not.toHaveProperty("machine_price_usd");
  });

  it("names what is no number and sends the rest", () => {
    const { request, problems } = draftToRequest({ quantity: "many", btc_price: "x", difficulty: "1.2e14" }, S21);
    expect(problems).toEqual([
      { path: "quantity", code: "not_a_number" },
      { path: "market.btc_price", code: "not_a_number" },
    ]);
    expect(request.market).toEqual({ difficulty: 1.2e14 });
  });

  it("assumes the price by the hashrate of the machine as given", () => {
    expect(draftToRequest({ hashrate_th: "100", power_w: "3000" }, null).request).toMatchObject({
      hashrate_th: 100,
      machine_price_usd: 1500,
    });
    expect(draftToRequest({}, null).request).not.toHaveProperty("machine_price_usd");
  });
});

describe("trimDraft", () => {
  it("keeps only what differs from the start, an emptied field included", () => {
    expect(trimDraft({ quantity: "10", uptime_pct: "95", machine_price_usd: "" })).toEqual({
      uptime_pct: "95",
      machine_price_usd: "",
    });
  });
});
