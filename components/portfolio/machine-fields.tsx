"use client";

import { useTranslations } from "next-intl";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "@/lib/calculator/core/defaults";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { powerPriceUnits } from "@/lib/i18n/units";
import type { PickerModel, UserMiner } from "@/lib/machines/schemas";
import { TextField } from "../identity/form/text-field";
import { Disclosure } from "../ui/disclosure";
import { useFigures, useUnits } from "../ui/units-provider";
import { fieldTexts } from "./field-texts";
import { ModelField } from "./model-field";

const FIRST_DAY = "2009-01-03";

type Props = {
  models: readonly PickerModel[];
  today: string;
  /** What is there already. */
  machines?: UserMiner;
};

/** What is entered of machines, inside an `ActionForm`. The price of power is in the reader's unit, which goes along. */
export function MachineFields({ models, today, machines }: Props) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const { powerPrice } = useUnits().units;
  const texts = fieldTexts(machines, (price) => show.powerPrice(price).exact);
  return (
    <>
      <ModelField models={models} machines={machines} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="quantity"
          label={t("quantity")}
          inputMode="numeric"
          maxLength={9}
          defaultValue={texts.quantity}
        />
        <TextField
          name="electricity_cost"
          label={t("price")}
          hint={t("priceHint", { price: inlineFigure(show.powerPrice(ASSUMED_ELECTRICITY_USD_PER_KWH)) })}
          unit={powerPriceUnits[powerPrice].symbol}
          inputMode="decimal"
          maxLength={12}
          defaultValue={texts.electricity_cost}
        />
        <input type="hidden" name="electricity_unit" value={powerPrice} />
        <TextField name="site" label={t("site")} maxLength={60} defaultValue={texts.site} />
        <TextField name="label" label={t("label")} hint={t("labelHint")} maxLength={60} defaultValue={texts.label} />
      </div>
      <Disclosure title={t("details")}>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <TextField
            name="purchased_at"
            type="date"
            label={t("purchased")}
            min={FIRST_DAY}
            max={today}
            defaultValue={texts.purchased_at}
          />
          <TextField
            name="cost_usd"
            label={t("cost")}
            unit="$"
            inputMode="decimal"
            maxLength={16}
            defaultValue={texts.cost_usd}
          />
        </div>
      </Disclosure>
    </>
  );
}
