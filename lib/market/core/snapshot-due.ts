import type { MarketSnapshot } from "../schemas";

/** Often enough that ten points of a day can be picked evenly, seldom enough to be no load. */
const SNAPSHOT_EVERY_S = 600;

/** Whether network history gets a point: what it records is known today, and the last point is ten minutes old. */
export function snapshotDue(market: MarketSnapshot, lastRecordedAt: Date | null, now: Date): boolean {
  const isToday = [market.btc_price, market.difficulty].every((figure) => figure.state === "live");
  const hasHashrate = market.network_hashrate_ehs.state === "live" || market.network_hashrate_ehs.state === "estimated";
  const ageS = lastRecordedAt ? (now.getTime() - lastRecordedAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  return isToday && hasHashrate && ageS >= SNAPSHOT_EVERY_S;
}
