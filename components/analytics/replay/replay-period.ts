import type { KnownRange } from "@/lib/analytics/schemas";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { ReplayDraft } from "./replay-draft";

/** The days that a draft asks for. A span of years reaches no further back than history does. */
export function periodOf({ span, from, to }: ReplayDraft, known: KnownRange): { from: string; to: string } {
  if (span === "custom") return { from, to };
  const start = span === "all" ? known.from : span === "halving" ? known.last_halving : yearsBack(known.to, span);
  return { from: start && start > known.from ? start : known.from, to: known.to };
}

/** 2025-11-27 for the year that ends with 2026-11-26. */
function yearsBack(to: string, span: "1y" | "4y"): string {
  const last = new Date(utcDateMs(to) + MS_PER_DAY);
  return isoDate(Date.UTC(last.getUTCFullYear() - (span === "1y" ? 1 : 4), last.getUTCMonth(), last.getUTCDate()));
}
