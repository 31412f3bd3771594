"use client";

import { useTranslations } from "next-intl";
import type { UnitPreference } from "@/lib/i18n/unit-preference";
import { coinUnits, hashrateUnits, powerPriceUnits, powerUnits } from "@/lib/i18n/units";
import { Segmented } from "./segmented";
import { useUnits } from "./units-provider";

const CHOICES = { hashrate: hashrateUnits, power: powerUnits, powerPrice: powerPriceUnits, coin: coinUnits } as const;

/** TH, PH or EH; sat, BTC or $; ¢ or $: remembered for every page, and only how things are shown. */
export function UnitSwitch({ of, className }: { of: keyof UnitPreference; className?: string }) {
  const t = useTranslations("common.units");
  const { units, setUnits } = useUnits();
  const options = Object.entries(CHOICES[of]).map(([value, unit]) => ({ value, label: unit.symbol }));
  return (
    <Segmented
      name={`unit-${of}`}
      label={t(of)}
      options={options}
      value={units[of]}
      onValueChange={(value) => setUnits({ [of]: value })}
      {...(className ? { className } : {})}
    />
  );
}
