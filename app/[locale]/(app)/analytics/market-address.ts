import { FIRST_VIEW, type MarketView, OVERLAYS, RANGES, SCALES } from "@/components/analytics/market/market-view";
import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import { Charted } from "@/lib/market/schemas";

/** What an address asks to look at. */
export function marketViewOf(query: AddressQuery): MarketView {
  const asked = readAddress(query);
  return {
    series: asked.oneOf("series", Charted.options) ?? FIRST_VIEW.series,
    range: asked.oneOf("range", RANGES) ?? FIRST_VIEW.range,
    from: asked.day("from"),
    to: asked.day("to"),
    over: asked.oneOf("over", OVERLAYS) ?? FIRST_VIEW.over,
    scale: asked.oneOf("scale", SCALES) ?? FIRST_VIEW.scale,
  };
}
