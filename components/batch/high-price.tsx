"use client";

import { useTranslations } from "next-intl";
import { HIGH_PRICE_USD_PER_KWH } from "@/lib/calculator/core/fleet/high-price";
import type { FleetComputed } from "@/lib/calculator/schemas";
import { useFigures } from "../ui/units-provider";

/** Cents that were read as dollars would be a hundred times too dear, and nothing else would say so. */
export function HighPrice({ computed: { rows_at_high_price: count } }: { computed: FleetComputed }) {
  const t = useTranslations("batch.totals");
  const show = useFigures();
  if (count === 0) return null;
  return (
    <p role="note" className="border-l-2 border-warn py-1 pl-3">
      {t("highPrice", { count, price: show.usd(HIGH_PRICE_USD_PER_KWH).text })}
    </p>
  );
}
