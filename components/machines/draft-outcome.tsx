"use client";

import { useTranslations } from "next-intl";
import { parseNumber } from "@/lib/kernel/parse-number";
import { PLAUSIBLE_EFFICIENCY } from "@/lib/machines/core/administration/facts-problems";
import { tidyName } from "@/lib/machines/core/administration/tidy-name";
import { modelLabel } from "@/lib/machines/core/model-name";
import { Figure } from "../ui/figure";
import { useFigures } from "../ui/units-provider";
import { draftEfficiency, type ModelDraft } from "./model-draft";

/** What follows from what is typed: the efficiency, and the name that the machine is listed by. */
export function DraftOutcome({ draft }: { draft: ModelDraft }) {
  const t = useTranslations("catalogue.form");
  const show = useFigures();
  const name = tidyName(draft.model_name);
  const hashrate = parseNumber(draft.hashrate_th);
  const efficiency = draftEfficiency(draft);
  const { min, max } = PLAUSIBLE_EFFICIENCY;
  const isAnswer = efficiency !== null && efficiency >= min && efficiency <= max;
  return (
    <dl className="grid content-start gap-5 border-y border-line py-4 lg:border-y-0 lg:border-l lg:py-0 lg:pl-6">
      <div className="grid gap-1">
        <dt className="text-xs text-subtle">{t("efficiency")}</dt>
        <dd aria-live="polite" className="text-xl">
          <Figure {...show.efficiency(efficiency, { digits: 2 })} tone={isAnswer ? "hero" : "plain"} />
        </dd>
        <dd className="text-xs text-subtle">{t("efficiencyNote")}</dd>
      </div>
      <div className="grid gap-1">
        <dt className="text-xs text-subtle">{t("label")}</dt>
        <dd className="wrap-anywhere">{name && hashrate !== null ? modelLabel(name, hashrate) : "–"}</dd>
      </div>
    </dl>
  );
}
