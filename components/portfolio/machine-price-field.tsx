"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "@/lib/calculator/core/defaults";
import { isHighPrice, isLowPrice } from "@/lib/calculator/core/fleet/odd-price";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { powerPriceUnits } from "@/lib/i18n/units";
import { parseNumber } from "@/lib/kernel/parse-number";
import { TextField } from "../identity/form/text-field";
import { useFigures, useUnits } from "../ui/units-provider";

/** The price of power, in the reader's unit, which goes along; where cents and dollars seem mixed up it says what it comes to. */
export function MachinePriceField({ start }: { start: string }) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const { powerPrice } = useUnits().units;
  const { symbol, factor } = powerPriceUnits[powerPrice];
  const [text, setText] = useState(start);
  const usd = (parseNumber(text) ?? 0) / factor;
  const isOdd = isHighPrice(usd) || isLowPrice(usd);
  return (
    <>
      <TextField
        name="electricity_cost"
        label={t("price")}
        hint={
          isOdd
            ? t("priceOdd", { price: show.usd(usd, { digits: [2, 6] }).text })
            : t("priceHint", { price: inlineFigure(show.powerPrice(ASSUMED_ELECTRICITY_USD_PER_KWH)) })
        }
        unit={symbol}
        inputMode="decimal"
        maxLength={12}
        defaultValue={start}
        onChange={({ target }) => setText(target.value)}
      />
      <input type="hidden" name="electricity_unit" value={powerPrice} />
    </>
  );
}
