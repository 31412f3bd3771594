import { createTranslator } from "next-intl";
import { messages } from "@/lib/i18n/messages";
import { defaultUnits } from "@/lib/i18n/unit-preference";
import type { Locale } from "@/lib/kernel/context";
import type { GoodFleetRow } from "../../core/fleet/schemas";
import type { FleetComputed, FleetResultRow } from "../../schemas";
import { reportWords } from "../report/words";

/** Everything that a fleet's files say, before they have a language or a format. */
export type FleetReport = {
  locale: Locale;
  /** ISO 8601. */
  madeAt: string;
  /** Of the list that was sent. */
  listName: string;
  computed: FleetComputed;
  rows: readonly FleetResultRow[];
};

/** The words of a fleet's files, beside those of a calculation's. */
export const fleetReportWords = (locale: Locale) => ({
  ...reportWords({ locale, units: defaultUnits }),
  fleet: createTranslator({ locale, messages: messages[locale], timeZone: "UTC", namespace: "fleet" }),
});

export type FleetReportWords = ReturnType<typeof fleetReportWords>;

export const goodRows = ({ rows }: FleetReport): GoodFleetRow[] => rows.flatMap((row) => (row.ok ? [row] : []));
