"use client";

import { useTranslations } from "next-intl";
import { HIGH_PRICE_USD_PER_KWH, LOW_PRICE_USD_PER_KWH } from "@/lib/calculator/core/fleet/odd-price";
import type { FleetComputed } from "@/lib/calculator/schemas";
import { useFigures } from "../ui/units-provider";

/** Cents read as dollars, or dollars as cents, would be a hundred times off, and nothing else would say so. */
export function OddPrices({ computed }: { computed: FleetComputed }) {
  const t = useTranslations("batch.totals");
  const show = useFigures();
  const odd = [
    ["highPrice", computed.rows_at_high_price, show.usd(HIGH_PRICE_USD_PER_KWH).text],
    ["lowPrice", computed.rows_at_low_price, show.usd(LOW_PRICE_USD_PER_KWH, { digits: 3 }).text],
  ] as const;
  return odd
    .filter(([, count]) => count > 0)
    .map(([key, count, price]) => (
      <p key={key} role="note" className="border-l-2 border-warn py-1 pl-3">
        {t(key, { count, price })}
      </p>
    ));
}
