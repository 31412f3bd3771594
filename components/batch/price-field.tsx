"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "@/lib/calculator/core/defaults";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { powerPriceUnits } from "@/lib/i18n/units";
import { parseNumber } from "@/lib/kernel/parse-number";
import { Field } from "../ui/field";
import { NumberInput } from "../ui/number-input";
import { useFigures, useUnits } from "../ui/units-provider";

const LEAST = -1;
const MOST = 10;

/** A price of power as it is typed, in the reader's unit; `usd` in dollars per kWh, null where nothing is typed. */
export function useTypedPrice(initialUsd: number | null = null) {
  const { factor } = powerPriceUnits[useUnits().units.powerPrice];
  const start = initialUsd === null ? "" : String(Number((initialUsd * factor).toPrecision(12)));
  const [text, setText] = useState(start);
  const typed = text.trim() === "" ? null : parseNumber(text);
  const usd = typed === null ? null : Number((typed / factor).toPrecision(12));
  const isWrong = text.trim() !== "" && (usd === null || usd < LEAST || usd > MOST);
  return { text, setText, usd: isWrong ? null : usd, isWrong, isChanged: text !== start };
}

type Props = { price: ReturnType<typeof useTypedPrice>; label: string };

/** The price of power for machines whose list has none. */
export function PriceField({ price, label }: Props) {
  const t = useTranslations("batch.price");
  const show = useFigures();
  const { powerPrice } = useUnits().units;
  const limit = (usd: number) => inlineFigure(show.powerPrice(usd, { digits: 0 }));
  return (
    <Field
      id={useId()}
      label={label}
      hint={t("hint", { price: inlineFigure(show.powerPrice(ASSUMED_ELECTRICITY_USD_PER_KWH)) })}
      error={price.isWrong ? t("wrong", { least: limit(LEAST), most: limit(MOST) }) : undefined}
    >
      {(aria) => (
        <NumberInput
          {...aria}
          value={price.text}
          onValueChange={price.setText}
          unit={powerPriceUnits[powerPrice].symbol}
          maxLength={12}
        />
      )}
    </Field>
  );
}
