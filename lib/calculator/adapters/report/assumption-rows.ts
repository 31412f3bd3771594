import { ASSUMED_PRICE_USD_PER_TH, type Draft } from "../../core/draft";
import { CUSTOM_MACHINE } from "../../core/machine-of-draft";
import type { CalculateOutput } from "../../schemas";
import { MARKET_NAMES } from "./market-rows";
import type { ReportScenario } from "./report";
import { machineName, type Words } from "./words";

type Given = CalculateOutput["assumptions"];
type Market = (typeof MARKET_NAMES)[number];
type Name = Exclude<keyof Given, "machine" | "defaulted" | "tax_rule" | Market>;

export type AssumptionRow = {
  key: string;
  label: string;
  value: number | string | null;
  /** Where the value comes from, in the reader's words. */
  origin: string;
};

const NOT_LISTED: readonly string[] = ["machine", "defaulted", "tax_rule", ...MARKET_NAMES];

/** Every value that the figures stand on but the market's: first the machine, then in the order of the form. */
export function assumptionRows(words: Words, scenario: ReportScenario): AssumptionRow[] {
  const { assumptions: given } = scenario.result;
  const names = (Object.keys(given) as (keyof Given)[]).filter((name): name is Name => !NOT_LISTED.includes(name));
  const label = (name: Name | "machine" | "hashrate_th" | "power_w") => words.page(`assumptions.names.${name}`);
  const own = (["hashrate_th", "power_w"] as const).map((key) => ({
    key,
    label: label(key),
    value: given.machine[key],
    origin: words.t(isTyped(scenario.draft, key) ? "origin.yours" : "origin.catalogue"),
  }));
  return [
    {
      key: "machine",
      label: label("machine"),
      value: machineName(words, scenario),
      origin: machineOrigin(words, scenario),
    },
    ...own,
    ...names.map((key) => ({ key, label: label(key), value: given[key], origin: origin(words, scenario, key) })),
  ];
}

function machineOrigin({ t }: Words, { name, draft }: ReportScenario): string {
  if (name === null || draft.miner_model === CUSTOM_MACHINE) return t("origin.yours");
  return t(isTyped(draft, "miner_model") ? "origin.yours" : "origin.default");
}

function origin({ t, show }: Words, { draft, result }: ReportScenario, name: Name): string {
  if (name === "machine_price_usd" && draft.machine_price_usd === undefined)
    return t("origin.assumed", { perTh: show.usd(ASSUMED_PRICE_USD_PER_TH, { digits: 0 }).text });
  if (result.assumptions[name] === null) return t("origin.missing");
  return t(isTyped(draft, name) ? "origin.yours" : "origin.default");
}

/** A link leaves out what stands at its default, so what it carries was typed. */
const isTyped = (draft: Draft, name: string): boolean => {
  const text = (draft as Record<string, string | undefined>)[name];
  return text !== undefined && text.trim() !== "";
};
