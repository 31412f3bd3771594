import { useLocale, useTranslations } from "next-intl";
import { absoluteTime } from "@/lib/i18n/time-format";
import { SOURCE_NAMES } from "@/lib/market/core/source-names";
import type { FigureState } from "@/lib/market/schemas";

export type Origin = { source: string; state: FigureState; as_of: string | null };

/** Where a figure comes from, in words: its parts for a page, and all of it where no page goes along, as in a picture. */
export function useProvenanceWords() {
  const t = useTranslations("common.provenance");
  const locale = useLocale();
  /** Undefined for a figure typed in, built in or made up, which has no source but that. */
  const sourceOf = ({ source, state }: Pick<Origin, "source" | "state">): string | undefined => {
    if (state === "manual" || state === "default" || source === "simulation") return undefined;
    return source === "computed" || source === "snapshot" ? t(`source.${source}`) : (SOURCE_NAMES[source] ?? source);
  };
  /** One typed in has no age. */
  const timeOf = ({ state, as_of }: Pick<Origin, "state" | "as_of">) => (state === "manual" ? null : as_of);
  const whole = (origin: Origin): string => {
    const at = timeOf(origin);
    return [t(`state.${origin.state}`), sourceOf(origin), at && absoluteTime(locale, at)]
      .filter(Boolean)
      .join(t("separator"));
  };
  return { sourceOf, timeOf, whole };
}
