import { DRAFT_FIELDS, type Draft, trimDraft } from "./draft";

/** The market as it was when a link was made; `at` is when. Everything in the units of `POST /api/calculate`. */
export type PinnedMarket = {
  btc_price: number;
  difficulty: number;
  network_hashrate_ehs: number | null;
  block_height: number;
  block_subsidy_sats: number;
  fees_sats_per_block: number;
  block_interval_s: number | null;
  at: string;
};

/** Everything that the calculator's address carries. The first scenario is the page's own, up to three stand beside it. */
export type CalculatorLink = { scenarios: Draft[]; pinned: PinnedMarket | null };

/** The version of the address's format; an address without one is read the same way. */
export const LINK_VERSION = "1";
export const MAX_SCENARIOS = 4;
const MAX_FIELD_LENGTH = 80;

/** Reads an address. What it doesn't know it leaves out: an old or mangled link still opens the calculator. */
export function readLink(query: URLSearchParams): CalculatorLink {
  const others = query.getAll("with").slice(0, MAX_SCENARIOS - 1);
  return {
    scenarios: [query, ...others.map((other) => new URLSearchParams(other))].map(readDraft),
    pinned: readPinned(query.get("s")),
  };
}

/** `v=1&quantity=5&s=95000~…&with=miner_model%3D…`; empty for the page as it opens. */
export function writeLink({ scenarios, pinned }: CalculatorLink): URLSearchParams {
  const [own = {}, ...others] = scenarios.map(trimDraft);
  const query = new URLSearchParams(own as Record<string, string>);
  for (const other of others.slice(0, MAX_SCENARIOS - 1))
    query.append("with", new URLSearchParams(other as Record<string, string>).toString());
  if (pinned) query.set("s", writePinned(pinned));
  return query.size === 0 ? query : new URLSearchParams([["v", LINK_VERSION], ...query]);
}

function readDraft(query: URLSearchParams): Draft {
  const draft: Draft = {};
  for (const field of DRAFT_FIELDS) {
    const value = query.get(field);
    if (value !== null) draft[field] = value.slice(0, MAX_FIELD_LENGTH);
  }
  return draft;
}

const writePinned = (market: PinnedMarket): string =>
  [
    market.btc_price,
    market.difficulty,
    market.network_hashrate_ehs ?? "",
    market.block_height,
    market.block_subsidy_sats,
    market.fees_sats_per_block,
    market.block_interval_s ?? "",
    Math.round(Date.parse(market.at) / 1000),
  ].join("~");

function readPinned(text: string | null): PinnedMarket | null {
  const parts = text?.split("~");
  if (parts?.length !== 8) return null;
  const [price, difficulty, hashrate, height, subsidy, fees, interval, seconds] = parts.map((part) =>
    part === "" ? null : Number(part),
  );
  const within = (value: number | null | undefined, least: number, most: number): value is number =>
    typeof value === "number" && value >= least && value <= most;
  if (!within(price, 1e-9, 1e8) || !within(difficulty, 1, 1e18) || !within(fees, 0, 1e10) || !within(subsidy, 0, 5e9))
    return null;
  if (!within(height, 0, 1e8) || !Number.isInteger(height) || !within(seconds, 0, 4e9)) return null;
  return {
    btc_price: price,
    difficulty,
    network_hashrate_ehs: within(hashrate, 1e-9, 1e9) ? hashrate : null,
    block_height: height,
    block_subsidy_sats: subsidy,
    fees_sats_per_block: fees,
    block_interval_s: within(interval, 1, 1e6) ? interval : null,
    at: new Date(seconds * 1000).toISOString(),
  };
}
