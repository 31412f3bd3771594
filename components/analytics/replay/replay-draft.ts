import { DRAFT_FIELDS, type Draft, trimDraft } from "@/lib/calculator/core/draft";
import { type FleetDraft, readFleet, writeFleet } from "../fleet/fleet-draft";

/** Spans that end with the last day that is known, all of it, or two days of one's own. */
export const SPANS = ["1y", "4y", "halving", "all", "custom"] as const;
export type Span = (typeof SPANS)[number];

/** What the calculator asks of running machines and a replay too. */
export const REPLAY_TERMS = [
  "electricity_cost",
  "electricity_unit",
  "pool_method",
  "pool_fee_pct",
  "pool_fee2_pct",
  "uptime_pct",
  "rejected_pct",
  "hashrate_decay_pct_year",
  "other_costs_usd_day",
] as const satisfies readonly (keyof Draft)[];

/** What stands in the form of a replay, as typed. */
export type ReplayDraft = {
  fleet: FleetDraft;
  span: Span;
  /** Of a span of one's own. */
  from: string;
  to: string;
  terms: Draft;
  standsStill: boolean;
  countFrom: "start" | "purchase";
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_LETTERS = 40;

export function readReplay(query: URLSearchParams): ReplayDraft {
  const day = (name: string) => (DAY.test(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  const [from, to] = [day("from"), day("to")];
  const asked = SPANS.find((span) => span === query.get("span"));
  const terms: Draft = {};
  for (const name of REPLAY_TERMS) {
    const value = query.get(name);
    if (value !== null) terms[name] = value.slice(0, MOST_LETTERS);
  }
  return {
    fleet: readFleet(query),
    span: asked ?? (from && to ? "custom" : "1y"),
    from,
    to,
    terms,
    standsStill: query.get("stand_still") === "at_a_loss",
    countFrom: query.get("count_from") === "purchase" ? "purchase" : "start",
  };
}

/** Only what differs from the form's beginning. */
export function writeReplay({ fleet, span, from, to, terms, standsStill, countFrom }: ReplayDraft): URLSearchParams {
  const query = new URLSearchParams();
  writeFleet(fleet, query);
  if (span === "custom") {
    if (from) query.set("from", from);
    if (to) query.set("to", to);
  }
  if (span !== "1y" && !(span === "custom" && from && to)) query.set("span", span);
  const given = trimDraft(terms);
  for (const name of DRAFT_FIELDS) if (given[name] !== undefined) query.set(name, given[name]);
  if (standsStill) query.set("stand_still", "at_a_loss");
  if (countFrom === "purchase") query.set("count_from", "purchase");
  return query;
}
