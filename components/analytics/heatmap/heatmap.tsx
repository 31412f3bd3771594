"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { DraftContext } from "../../calculator/draft-context";
import { CopyButton } from "../../ui/copy-button";
import { PowerPriceIn } from "../../ui/units-provider";
import { useAddress } from "../../ui/use-address";
import { AnalysisLayout, AnswerPlace, DetailPlace } from "../analysis-layout";
import { RefusalState } from "../refusal-state";
import { useAnalysis } from "../use-analysis";
import { HeatAnswer } from "./heat-answer";
import { HeatMap } from "./heat-map";
import { type HeatmapDraft, writeHeatmap } from "./heatmap-draft";
import { HeatmapForm } from "./heatmap-form";
import { heatmapRequest } from "./heatmap-request";

type Props = {
  /** What the address brought. */
  initial: HeatmapDraft;
  models: readonly PickerModel[];
};

/** One figure of the calculator over the price of bitcoin and the difficulty, or the price of power. */
export function Heatmap({ initial, models }: Props) {
  const t = useTranslations("heatmap");
  const inputs = useTranslations("calculator.inputs");
  const [draft, setDraft] = useState(initial);
  const change = (fields: Partial<HeatmapDraft>) => setDraft((before) => ({ ...before, ...fields }));
  useAddress(useMemo(() => writeHeatmap(draft), [draft]));
  const machine = machineOfDraft(models, draft.terms);
  const { request, problems } = useMemo(() => heatmapRequest(draft, machine), [draft, machine]);
  const { answer, isOld, isAsking, refusal, retry } = useAnalysis<RoiHeatmapAnswer>(paths.api.roiHeatmap(), request);
  const terms = useMemo(
    () => ({
      draft: draft.terms,
      change: (fields: HeatmapDraft["terms"]) =>
        setDraft((before) => ({ ...before, terms: { ...before.terms, ...fields } })),
      problems,
    }),
    [draft.terms, problems],
  );
  return (
    <DraftContext value={terms}>
      <PowerPriceIn unit={draft.terms.electricity_unit === "dollars" ? "usd" : "cent"}>
        <AnalysisLayout
          state={{ isOld, isAsking, isWrong: request === null }}
          formLabel={t("formLabel")}
          form={<HeatmapForm {...{ draft, problems, models, machine, answer }} onChange={change} />}
          answer={
            <>
              {refusal && <RefusalState refusal={refusal} onRetry={retry} retrying={isAsking} />}
              {answer ? (
                <HeatAnswer
                  answer={answer}
                  machine={machine?.name ?? inputs("custom")}
                  quantity={parseNumber(draft.terms.quantity ?? "10") ?? 1}
                />
              ) : (
                !refusal && <AnswerPlace isWrong={request === null} />
              )}
            </>
          }
          detail={
            answer ? (
              <>
                <HeatMap answer={answer} draft={draft} />
                <div>
                  <CopyButton text={() => window.location.href} label={t("copyLink")} variant="secondary" />
                </div>
              </>
            ) : (
              !refusal && request && <DetailPlace />
            )
          }
        />
      </PowerPriceIn>
    </DraftContext>
  );
}
