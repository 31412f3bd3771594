import type { Report } from "@/lib/calculator/adapters/report/report";
import { calculate } from "@/lib/calculator/core/calculate";
import { type CalculatorLink, readLink, writeLink } from "@/lib/calculator/core/link";
import { pinMarket } from "@/lib/calculator/core/link-market";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { type LiveMarket, mergeMarket } from "@/lib/calculator/core/market-facts";
import { scenarioRequest } from "@/lib/calculator/core/scenario-request";
import { CalculateInput } from "@/lib/calculator/schemas";
import { defaultUnits } from "@/lib/i18n/unit-preference";
import type { Locale } from "@/lib/kernel/context";
import { toPickerModel } from "@/lib/machines/core/picker-model";
import { shippedCatalogue } from "@/lib/machines/index";

const TODAY = "2026-11-23";
const MADE_AT = `${TODAY}T02:31:07.000Z`;
const figure = (value: number, source: string, minute: number) => ({
  value,
  source,
  as_of: `${TODAY}T02:${minute}:00Z`,
  state: "live" as const,
});

const LIVE: LiveMarket = {
  btc_price: figure(86_432.17, "coingecko", 29),
  difficulty: figure(142_342_602_928_674.9, "mempool.space", 20),
  network_hashrate_ehs: figure(1033.4, "mempool.space", 20),
  fees_sats_per_block: figure(2_154_321, "mempool.space", 20),
  block_height: figure(925_012, "mempool.space", 27),
  block_interval_s: figure(588.2, "mempool.space", 20),
};

/** A report of a calculator's link, by the pure functions, on a market that never changes. */
export function reportOf(query: string, locale: Locale = "en"): Report {
  const link = readLink(new URLSearchParams(query));
  return {
    locale,
    units: defaultUnits,
    madeAt: MADE_AT,
    link: `https://example.org/${locale}/calculator?${writeLink({ ...link, pinned: pinMarket(LIVE, MADE_AT) })}`,
    pinnedAt: link.pinned?.at ?? null,
    scenarios: link.scenarios.map((_, index) => scenarioAt(link, index)),
  };
}

function scenarioAt({ scenarios, pinned }: CalculatorLink, index: number): Report["scenarios"][number] {
  const draft = scenarios[index] ?? {};
  const model = machineOfDraft(shippedCatalogue.map(toPickerModel), draft);
  const { request, market } = scenarioRequest(draft, model, { pinned, today: TODAY });
  const input = CalculateInput.parse(request);
  const dates = { start: input.start_date ?? TODAY, today: TODAY };
  const result = calculate(input, {
    model: model && { ...model, label: model.name },
    market: market ?? mergeMarket(input.market, LIVE, dates),
    today: TODAY,
  });
  return { letter: "ABCD"[index] ?? "", name: result.assumptions.machine.label, draft, result };
}
