import { createTranslator } from "next-intl";
import { figures } from "@/lib/i18n/figures";
import { messages } from "@/lib/i18n/messages";
import type { Report, ReportScenario } from "./report";

/** The report's language: its own words, those of the calculator's page, and figures as they are set there. */
export function reportWords({ locale, units }: Pick<Report, "locale" | "units">) {
  const of = { locale, messages: messages[locale], timeZone: "UTC" } as const;
  return {
    locale,
    t: createTranslator({ ...of, namespace: "report" }),
    page: createTranslator({ ...of, namespace: "calculator" }),
    common: createTranslator({ ...of, namespace: "common" }),
    show: figures(locale, units),
  };
}

export type Words = ReturnType<typeof reportWords>;

export const machineName = ({ page }: Words, { name }: ReportScenario): string => name ?? page("inputs.custom");
