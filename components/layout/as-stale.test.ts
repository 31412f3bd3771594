import { expect, it } from "vitest";
import { composeMarket, hashpriceOf } from "@/lib/market/core/compose-market";
import { asStale } from "./as-stale";

const market = composeMarket({ readings: [], lastSnapshot: null, epochs: [] }, new Date("2026-11-23T02:00:00Z"));
const { usd_per_ph_day, sats_per_th_day } = hashpriceOf(market);

it("ages what was live and leaves the rest as it is", () => {
  const live = { ...market.btc_price, state: "live" as const };
  const shown = { ...market, btc_price: live, hashprice_usd_per_ph_day: usd_per_ph_day, sats_per_th_day };
  expect(asStale(shown)).toEqual({ ...shown, btc_price: { ...live, state: "stale" } });
});
