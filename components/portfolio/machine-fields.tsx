"use client";

import { useTranslations } from "next-intl";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "@/lib/calculator/core/defaults";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { powerPriceUnits } from "@/lib/i18n/units";
import type { PickerModel } from "@/lib/machines/schemas";
import { TextField } from "../identity/form/text-field";
import { Disclosure } from "../ui/disclosure";
import { useFigures, useUnits } from "../ui/units-provider";
import { ModelField } from "./model-field";

const FIRST_DAY = "2009-01-03";

type Props = {
  models: readonly PickerModel[];
  today: string;
  /** What is there already. */
  machines?: PortfolioMachine;
};

/** What is entered of machines, inside an `ActionForm`. The price of power is in the reader's unit, which goes along. */
export function MachineFields({ models, today, machines }: Props) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const { powerPrice } = useUnits().units;
  const price = machines?.electricity_cost ?? null;
  const words = (value: string | null | undefined) => value ?? "";
  return (
    <>
      <ModelField models={models} machines={machines} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="quantity"
          label={t("quantity")}
          inputMode="numeric"
          maxLength={9}
          defaultValue={String(machines?.quantity ?? 1)}
        />
        <TextField
          name="electricity_cost"
          label={t("price")}
          hint={t("priceHint", { price: inlineFigure(show.powerPrice(ASSUMED_ELECTRICITY_USD_PER_KWH)) })}
          unit={powerPriceUnits[powerPrice].symbol}
          inputMode="decimal"
          maxLength={12}
          defaultValue={price === null ? "" : show.powerPrice(price).exact}
        />
        <input type="hidden" name="electricity_unit" value={powerPrice} />
        <TextField name="site" label={t("site")} maxLength={60} defaultValue={words(machines?.site)} />
        <TextField
          name="label"
          label={t("label")}
          hint={t("labelHint")}
          maxLength={60}
          defaultValue={words(machines?.label)}
        />
      </div>
      <Disclosure title={t("details")}>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <TextField
            name="purchased_at"
            type="date"
            label={t("purchased")}
            min={FIRST_DAY}
            max={today}
            defaultValue={words(machines?.purchased_at).slice(0, 10)}
          />
          <TextField
            name="cost_usd"
            label={t("cost")}
            unit="$"
            inputMode="decimal"
            maxLength={16}
            defaultValue={machines?.cost_usd == null ? "" : String(machines.cost_usd)}
          />
        </div>
      </Disclosure>
    </>
  );
}
