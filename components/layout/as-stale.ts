import type { LiveMarket } from "./live-market";

/** Nobody answers any more: what was live a moment ago is stale from now on. An old number is never shown as a current one. */
export function asStale(market: LiveMarket): LiveMarket {
  const aged = Object.entries(market).map(([name, figure]) => [
    name,
    figure.state === "live" ? { ...figure, state: "stale" } : figure,
  ]);
  return Object.fromEntries(aged);
}
