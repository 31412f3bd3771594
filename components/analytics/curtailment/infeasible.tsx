import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { useFigures } from "../../ui/units-provider";

/** No plan keeps the limits of load: why, and what to change. */
export function Infeasible({ answer: { reason } }: { answer: CurtailmentSimulation }) {
  const t = useTranslations("curtailment.infeasible");
  const show = useFigures();
  const [, drawn] = /together draw ([\d.e+-]+) MW/.exec(reason ?? "") ?? [];
  const isTurned = reason?.includes("above max_mw") ?? false;
  return (
    <div role="status" className="grid gap-2 border-y border-line py-8">
      <p className="flex items-center gap-2 text-base">
        <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-warn" />
        {t("title")}
      </p>
      <p className="max-w-[60ch] text-muted">
        {isTurned
          ? t("turned")
          : drawn
            ? t("tooSmall", { mw: inlineFigure(show.number(Number(drawn), { digits: [0, 3], unit: "MW" })) })
            : t("noSet")}
      </p>
    </div>
  );
}
