import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { FigureState } from "@/lib/market/schemas";
import { RelativeTime } from "./relative-time";
import { useProvenanceWords } from "./use-provenance-words";

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
  const words = useProvenanceWords();
  const own = words.sourceOf({ source, state });
  const at = words.timeOf({ state, as_of: asOf });
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
        {own !== undefined && `${t("separator")}${own}`}
        {at && (
          <>
            {t("separator")}
            <span className="whitespace-nowrap">
              <RelativeTime iso={at} />
            </span>
          </>
        )}
      </span>
    </span>
  );
}
