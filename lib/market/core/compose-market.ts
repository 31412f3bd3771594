import { hashpriceUsdPerPhDay, networkHashrateHs, satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { HASHES_PER_EH } from "@/lib/kernel/units";
import type { Figure, KnownFigure, MarketSnapshot } from "../schemas";
import { choose } from "./choose";
import { DEFAULTS } from "./defaults";
import type { FigureName, FigureValues } from "./figures";
import { type KnownEpoch, nextAdjustment } from "./next-adjustment";
import type { StoredReading } from "./reading";

/** The last row of `network_snapshots`. */
export type LastSnapshot = {
  recordedAt: Date;
  btcPrice: number;
  difficulty: number;
  networkHashrateEhs: number;
  blockHeight: number | null;
  feesSatsPerBlock: number | null;
};

/** Everything that was stored about the market. */
export type MarketFacts = {
  readings: readonly StoredReading[];
  lastSnapshot: LastSnapshot | null;
  epochs: readonly KnownEpoch[];
};

type NumericFigure = { [N in FigureName]: FigureValues[N] extends number ? N : never }[FigureName];

/**
 * The market as of `now` from what is stored. Each figure: live by the order of fallback, else computed from live
 * ones (`estimated`), else the last stored value (`stale`), else what is built in (`default`).
 */
export function composeMarket(facts: MarketFacts, now: Date): MarketSnapshot {
  const { lastSnapshot } = facts;
  const price = known(facts, now, "btc_price", lastSnapshot?.btcPrice, DEFAULTS.network);
  const difficulty = known(facts, now, "difficulty", lastSnapshot?.difficulty, DEFAULTS.network);
  const hashrate = networkHashrate(facts, now, difficulty);
  const height = known(facts, now, "block_height", lastSnapshot?.blockHeight, DEFAULTS.network);
  return {
    btc_price: price,
    change_24h_pct: figure(facts, now, "change_24h_pct", price.source),
    difficulty,
    network_hashrate_ehs: hashrate,
    block_interval_s: blockInterval(facts, now, hashrate),
    block_height: height,
    block_subsidy_sats: { ...height, value: subsidySats(height.value) },
    fees_sats_per_block: known(facts, now, "fees_sats_per_block", lastSnapshot?.feesSatsPerBlock, DEFAULTS.fees),
    fear_greed_index: figure(facts, now, "fear_greed_index"),
    mempool: mempool(facts, now),
    next_difficulty_change: nextAdjustment(facts, now, height),
  };
}

/** Hashprice ($ a PH/s and day, gross) and satoshi a TH/s and day at a snapshot; as sure as its least sure part. */
export function hashpriceOf(market: MarketSnapshot): { usd_per_ph_day: KnownFigure; sats_per_th_day: KnownFigure } {
  const reward = market.block_subsidy_sats.value + market.fees_sats_per_block.value;
  const parts = [market.difficulty, market.block_subsidy_sats, market.fees_sats_per_block];
  const sats = satsPerThDay(market.difficulty.value, reward);
  const usd = hashpriceUsdPerPhDay(market.difficulty.value, reward, market.btc_price.value);
  return {
    usd_per_ph_day: { value: usd, ...weakest([market.btc_price, ...parts]) },
    sats_per_th_day: { value: sats, ...weakest(parts) },
  };
}

/** States of figures, the surest first. */
export const SURENESS = ["live", "manual", "estimated", "stale", "simulated", "default"] as const;

/** The provenance of a computed figure: `computed`, as old as its oldest part, as sure as its least sure one. */
export function weakest(parts: readonly Omit<Figure, "value">[]): Omit<Figure, "value"> {
  const state =
    parts.map((part) => part.state).sort((a, b) => SURENESS.indexOf(b) - SURENESS.indexOf(a))[0] ?? "default";
  const times = parts.flatMap((part) => part.as_of ?? []).sort();
  return { source: "computed", as_of: times[0] ?? null, state };
}

/** A reading, else the last snapshot where that is younger, else the default. */
function known<N extends NumericFigure>(
  facts: MarketFacts,
  now: Date,
  name: N,
  inSnapshot: number | null | undefined,
  fallback: { asOf: string } & { [K in N]: number },
): KnownFigure {
  const chosen = choose(name, facts.readings, now);
  const snapshotAt = facts.lastSnapshot?.recordedAt;
  const snapshotIsYounger =
    !chosen || (chosen.state === "stale" && snapshotAt && snapshotAt > chosen.reading.fetchedAt);
  if (inSnapshot != null && snapshotAt && snapshotIsYounger) {
    return { value: inSnapshot, source: "snapshot", as_of: snapshotAt.toISOString(), state: "stale" };
  }
  if (chosen) return { value: chosen.reading.value as number, ...provenance(chosen) };
  return { value: fallback[name], source: DEFAULTS.source, as_of: fallback.asOf, state: "default" };
}

function figure(facts: MarketFacts, now: Date, name: NumericFigure, prefer?: string): Figure {
  const chosen = choose(name, facts.readings, now, prefer);
  return chosen ? { value: chosen.reading.value as number, ...provenance(chosen) } : NOTHING;
}

/** Formula 3 from a live difficulty is worth more than a measurement of another day. */
function networkHashrate(facts: MarketFacts, now: Date, difficulty: KnownFigure): KnownFigure {
  const measured = known(facts, now, "network_hashrate_ehs", facts.lastSnapshot?.networkHashrateEhs, DEFAULTS.network);
  if (measured.state === "live" || difficulty.state === "default") return measured;
  if (difficulty.state === "stale" && measured.state === "stale") return measured;
  return {
    value: networkHashrateHs(difficulty.value) / HASHES_PER_EH,
    source: difficulty.source,
    as_of: difficulty.as_of,
    state: "estimated",
  };
}

/** Only the interval of the very window that the hashrate was measured over explains its luck. */
function blockInterval(facts: MarketFacts, now: Date, hashrate: KnownFigure): Figure {
  if (hashrate.state === "default") return { ...hashrate, value: DEFAULTS.network.block_interval_s };
  const found = figure(facts, now, "block_interval_s", hashrate.source);
  const sameWindow =
    found.source === hashrate.source && hashrate.state !== "estimated" && found.as_of === hashrate.as_of;
  return sameWindow ? found : NOTHING;
}

function mempool(facts: MarketFacts, now: Date): MarketSnapshot["mempool"] {
  const chosen = choose("mempool", facts.readings, now);
  if (chosen) return { ...chosen.reading.value, ...provenance(chosen) };
  return {
    transactions: null,
    vsize_vb: null,
    total_fees_sats: null,
    fastest_sat_vb: null,
    half_hour_sat_vb: null,
    hour_sat_vb: null,
    ...NO_PROVENANCE,
  };
}

const provenance = (chosen: { reading: { source: string; asOf: Date }; state: "live" | "stale" }) => ({
  source: chosen.reading.source as string,
  as_of: chosen.reading.asOf.toISOString(),
  state: chosen.state,
});

const NO_PROVENANCE = { source: DEFAULTS.source, as_of: null, state: "default" } as const;
const NOTHING: Figure = { value: null, ...NO_PROVENANCE };
