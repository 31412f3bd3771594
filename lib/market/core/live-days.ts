import type { KnownFigure, MarketSnapshot, Series } from "../schemas";
import type { DayValue } from "./history";

type LiveDay = DayValue & { source: string };

/** Today's values of the daily series, as far as they are live: the day's last one stays as its value. */
export function liveDays(market: MarketSnapshot): LiveDay[] {
  const day = (series: Series, figure: { value: number | null } & Omit<KnownFigure, "value">): LiveDay[] =>
    figure.state === "live" && figure.value !== null && figure.as_of !== null
      ? [{ series, day: figure.as_of.slice(0, 10), value: figure.value, source: figure.source }]
      : [];
  return [
    ...day("btc_price", market.btc_price),
    ...day("difficulty", market.difficulty),
    ...day("network_hashrate", market.network_hashrate_ehs),
    ...day("block_height", market.block_height),
    ...day("fear_greed_index", market.fear_greed_index),
  ];
}
