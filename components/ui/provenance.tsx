import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { SOURCE_NAMES } from "@/lib/market/core/source-names";
import type { FigureState } from "@/lib/market/schemas";
import { RelativeTime } from "./relative-time";

type Props = { source: string; state: FigureState; asOf: string | null; className?: string };

/** A shape of its own for each state, so that the colour is never the only signal. */
const MARKS: Record<FigureState, string> = {
  live: "rounded-full bg-up",
  stale: "rounded-full border-[1.5px] border-warn",
  estimated: "rounded-full border-[1.5px] border-dashed border-info",
  manual: "rotate-45 border-[1.5px] border-text",
  simulated: "border-[1.5px] border-dashed border-warn",
  default: "bg-subtle",
};

/** Where a figure comes from, how old it is and what it is worth: mark, word, source, age. Stands under each figure. */
export function Provenance({ source, state, asOf, className }: Props) {
  const t = useTranslations("common.provenance");
  // A figure typed in, built in or made up has no source but that, and one typed in no age.
  const named = state !== "manual" && state !== "default" && source !== "simulation";
  const own = source === "computed" || source === "snapshot" ? t(`source.${source}`) : (SOURCE_NAMES[source] ?? source);
  return (
    <span
      data-state={state}
      title={t(`meaning.${state}`)}
      className={cx("flex min-w-0 gap-1.5 text-xs text-subtle", className)}
    >
      <i
        aria-hidden="true"
        className={cx("mt-[0.6em] size-1.5 shrink-0 lang-zh:mt-[0.7em] print:hidden", MARKS[state])}
      />
      <span className="min-w-0">
        <span className={state === "stale" || state === "simulated" ? "text-warn" : undefined}>
          {t(`state.${state}`)}
        </span>
        {named && `${t("separator")}${own}`}
        {state !== "manual" && asOf && (
          <>
            {t("separator")}
            <span className="whitespace-nowrap">
              <RelativeTime iso={asOf} />
            </span>
          </>
        )}
      </span>
    </span>
  );
}
