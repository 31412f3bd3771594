"use client";

import { useTranslations } from "next-intl";
import type { PickerModel, UserMiner } from "@/lib/machines/schemas";
import { TextField } from "../identity/form/text-field";
import { Disclosure } from "../ui/disclosure";
import { useFigures } from "../ui/units-provider";
import { fieldTexts } from "./field-texts";
import { MachinePriceField } from "./machine-price-field";
import { ModelField } from "./model-field";

const FIRST_DAY = "2009-01-03";

type Props = {
  models: readonly PickerModel[];
  today: string;
  /** What is there already. */
  machines?: UserMiner;
};

/** What is entered of machines, inside an `ActionForm`. */
export function MachineFields({ models, today, machines }: Props) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
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
        <MachinePriceField start={texts.electricity_cost} />
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
