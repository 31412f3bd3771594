"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { type Figures, figures } from "@/lib/i18n/figures";
import { defaultUnits, UNITS_COOKIE, type UnitPreference, writeUnits } from "@/lib/i18n/unit-preference";

type Units = { units: UnitPreference; setUnits: (change: Partial<UnitPreference>) => void };

const UnitsContext = createContext<Units>({ units: defaultUnits, setUnits: () => {} });

const ONE_YEAR_S = 31_536_000;

/** Holds the reader's units for the whole page. `initial` comes from the cookie, so the server renders the same. */
export function UnitsProvider({ initial, children }: { initial: UnitPreference; children: ReactNode }) {
  const [units, set] = useState(initial);
  const value = useMemo<Units>(
    () => ({
      units,
      setUnits: (change) => {
        const next = { ...units, ...change };
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
        document.cookie = `${UNITS_COOKIE}=${writeUnits(next)}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
        set(next);
      },
    }),
    [units],
  );
  return <UnitsContext value={value}>{children}</UnitsContext>;
}

/** Shows prices of power in one unit below here, whatever was chosen elsewhere: a form's answer speaks its form's unit. */
export function PowerPriceIn({ unit, children }: { unit: UnitPreference["powerPrice"]; children: ReactNode }) {
  const { units, setUnits } = use(UnitsContext);
  const value = useMemo<Units>(() => ({ units: { ...units, powerPrice: unit }, setUnits }), [units, setUnits, unit]);
  return <UnitsContext value={value}>{children}</UnitsContext>;
}

export const useUnits = (): Units => use(UnitsContext);

/** Figures in the reader's language and units. In server components: `figures(locale, readUnits(cookie))`. */
export function useFigures(): Figures {
  const locale = useLocale();
  const { units } = useUnits();
  return useMemo(() => figures(locale, units), [locale, units]);
}
