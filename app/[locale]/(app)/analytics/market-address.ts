import { FIRST_VIEW, type MarketView, OVERLAYS, RANGES, SCALES } from "@/components/analytics/market/market-view";
import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import { Charted } from "@/lib/market/schemas";

/** What an address asks to look at. Two days the wrong way round are no stretch. */
export function marketViewOf(query: AddressQuery): MarketView {
  const asked = readAddress(query);
  const [from, to] = [asked.day("from"), asked.day("to")];
  const isTurned = from !== undefined && to !== undefined && from > to;
  return {
    series: asked.oneOf("series", Charted.options) ?? FIRST_VIEW.series,
    range: asked.oneOf("range", RANGES) ?? FIRST_VIEW.range,
    from: isTurned ? undefined : from,
    to: isTurned ? undefined : to,
    over: asked.oneOf("over", OVERLAYS) ?? FIRST_VIEW.over,
    scale: asked.oneOf("scale", SCALES) ?? FIRST_VIEW.scale,
  };
}
