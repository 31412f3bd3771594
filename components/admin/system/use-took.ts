import { useLocale } from "next-intl";
import { figures } from "@/lib/i18n/figures";
import { inlineFigure } from "@/lib/i18n/inline-figure";

/** How long something took, in words: `312 ms`, `4.1 s`. */
export function useTook(): (ms: number) => string {
  const show = figures(useLocale());
  return (ms) =>
    inlineFigure(ms < 1000 ? show.number(ms, { unit: "ms" }) : show.number(ms / 1000, { digits: 1, unit: "s" }));
}
