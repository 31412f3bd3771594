import type { UnitPreference } from "@/lib/i18n/unit-preference";
import type { Locale } from "@/lib/kernel/context";
import type { Draft } from "../../core/draft";
import type { ReportFormat } from "../../core/report-formats";
import type { CalculateOutput } from "../../schemas";

/** One scenario of a report: what was typed and what came out. `name` is the machine's, null for a custom one. */
export type ReportScenario = { letter: string; name: string | null; draft: Draft; result: CalculateOutput };

/** Everything that a report says, before it has a language or a format. */
export type Report = {
  locale: Locale;
  units: UnitPreference;
  /** ISO 8601. */
  madeAt: string;
  /** Absolute; opens the calculator with the same inputs and the same market. */
  link: string;
  /** When the link's market was kept; null for the live one. */
  pinnedAt: string | null;
  scenarios: readonly ReportScenario[];
};

export const CONTENT_TYPES: Record<ReportFormat, string> = {
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
