"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Range } from "@/components/ui/range";
import { useFigures } from "@/components/ui/units-provider";
import { ASSUMED_PRICE_USD_PER_TH, assumedPriceUsd, MARKET_FIELDS } from "@/lib/calculator/core/draft";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { ADVANCED_FIELDS, AdvancedFields } from "./advanced-fields";
import { useDraft } from "./draft-context";
import { DraftField } from "./draft-field";
import { MachineField } from "./machine-field";
import { MarketFields } from "./market-fields";
import { Outlook } from "./outlook";
import { PoolMethodField } from "./pool-method-field";
import { PowerPriceUnit } from "./power-price-unit";

type Props = {
  machines: readonly PickerModel[];
  machine: PickerModel | null;
  market: MarketSnapshot;
  result: CalculateOutput;
};

const SLIDER_CENTS = { min: 0, max: 20, step: 0.1 } as const;

/** Everything that the reader can change. The few that matter stand open, the rest behind two lines. */
export function InputPanel({ machines, machine, market, result }: Props) {
  const t = useTranslations("calculator.inputs");
  const show = useFigures();
  const { draft, change, problems } = useDraft();
  // A wrong field is never behind a closed line.
  const wrong = problems.map(({ path }) => path.replace(/^market\./, ""));
  const hidden = {
    market: MARKET_FIELDS.some((name) => wrong.includes(name)),
    advanced: ADVANCED_FIELDS.some((name) => wrong.includes(name)),
  };
  const manual = MARKET_FIELDS.some((name) => (draft[name] ?? "").trim() !== "");
  const dollars = draft.electricity_unit === "dollars";
  const power = parseNumber(draft.electricity_cost ?? "6");
  const cents = power === null ? SLIDER_CENTS.min : dollars ? power * 100 : power;
  const breakEven = result.break_even.operating.electricity_usd_per_mwh;
  const hashrate = parseNumber(draft.hashrate_th ?? "") ?? machine?.hashrate_th ?? null;
  const assumed = draft.machine_price_usd === undefined && hashrate !== null;
  return (
    <>
      <MachineField machines={machines} machine={machine} />
      <div className="grid grid-cols-2 gap-3">
        <DraftField name="quantity" label={t("quantity")} />
        <DraftField
          name="machine_price_usd"
          label={t("machine_price_usd")}
          unit="$"
          step={100}
          fallback={hashrate === null ? "" : String(assumedPriceUsd(hashrate))}
          hint={assumed ? t("assumedPrice", { perTh: ASSUMED_PRICE_USD_PER_TH }) : undefined}
        />
      </div>
      <div className="grid gap-1">
        <DraftField
          name="electricity_cost"
          label={t("electricity_cost")}
          unit={<PowerPriceUnit />}
          step={dollars ? 0.001 : 0.1}
          aside={
            breakEven === null || breakEven <= 0
              ? t("neverPays")
              : t("stopsPaying", { price: inlineFigure(show.powerPrice(breakEven / 1000)) })
          }
        />
        <Range
          {...SLIDER_CENTS}
          value={Math.min(SLIDER_CENTS.max, Math.max(SLIDER_CENTS.min, cents))}
          aria-label={t("electricity_cost")}
          valueText={inlineFigure(show.powerPrice(cents / 100))}
          onChange={(event) => {
            const next = Number(event.target.value);
            change({ electricity_cost: String(dollars ? Number((next / 100).toFixed(4)) : next) });
          }}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <DraftField name="pool_fee_pct" label={t("pool_fee_pct")} unit="%" step={0.1} />
        <DraftField name="uptime_pct" label={t("uptime_pct")} unit="%" step={0.5} />
      </div>
      <Outlook result={result} />
      <div>
        <Disclosure title={t("advanced")} note={t("advancedHint")} {...(hidden.advanced ? { open: true } : {})}>
          <PoolMethodField />
          <AdvancedFields />
        </Disclosure>
        <Disclosure
          title={t("market")}
          note={t(manual ? "marketManual" : "marketHint")}
          {...(hidden.market ? { open: true } : {})}
        >
          <MarketFields market={market} />
        </Disclosure>
      </div>
    </>
  );
}
