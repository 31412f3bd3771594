"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { FIRST_DRAFT } from "@/lib/calculator/core/draft";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { DraftContext } from "../../calculator/draft-context";
import { CopyButton } from "../../ui/copy-button";
import { patientImport } from "../../ui/patient-import";
import { PowerPriceIn } from "../../ui/units-provider";
import { useAddress } from "../../ui/use-address";
import { AnalysisLayout, AnswerPlace, DetailPlace } from "../analysis-layout";
import { RefusalState } from "../refusal-state";
import { useAnalysis } from "../use-analysis";
import { useDraftTerms } from "../use-draft-terms";
import { useRequest } from "../use-request";
import { HeatAnswer } from "./heat-answer";
import { HeatMap } from "./heat-map";
import { type HeatmapDraft, readHeatmap, writeHeatmap } from "./heatmap-draft";
import { HeatmapForm } from "./heatmap-form";

const loadReader = patientImport(() => import("./heatmap-request").then(({ heatmapRequest }) => heatmapRequest));

type Props = { models: readonly PickerModel[] };

/** One figure of the calculator over the price of bitcoin and the difficulty, or the price of power. */
export function Heatmap({ models }: Props) {
  const t = useTranslations("heatmap");
  const inputs = useTranslations("calculator.inputs");
  const query = useSearchParams();
  const [draft, setDraft] = useState(() => readHeatmap(query));
  const change = (fields: Partial<HeatmapDraft>) => setDraft((before) => ({ ...before, ...fields }));
  useAddress(useMemo(() => writeHeatmap(draft), [draft]));
  const machine = machineOfDraft(models, draft.terms);
  const { request, problems } = useRequest(loadReader, draft, machine);
  const { answer, isOld, isAsking, refusal, retry } = useAnalysis<RoiHeatmapAnswer>(paths.api.roiHeatmap(), request);
  // What stands in the form may be newer than the map: its words and links are of what was asked.
  const mapped = useRef({ draft, machine });
  if (answer && !isOld) mapped.current = { draft, machine };
  const terms = useDraftTerms(draft, setDraft, problems);
  return (
    <DraftContext value={terms}>
      <PowerPriceIn unit={draft.terms.electricity_unit === "dollars" ? "usd" : "cent"}>
        <AnalysisLayout
          state={{ isOld, isAsking, isWrong: request === null }}
          formLabel={t("formLabel")}
          form={<HeatmapForm {...{ draft, problems, models, machine, answer }} onChange={change} />}
          fault={refusal && <RefusalState refusal={refusal} onRetry={retry} retrying={isAsking} />}
          answer={
            answer ? (
              <HeatAnswer
                answer={answer}
                machine={mapped.current.machine?.name ?? inputs("custom")}
                quantity={parseNumber(mapped.current.draft.terms.quantity ?? FIRST_DRAFT.quantity) ?? 1}
              />
            ) : (
              !refusal && <AnswerPlace isWrong={request === null} />
            )
          }
          detail={
            answer ? (
              <>
                <HeatMap answer={answer} draft={mapped.current.draft} />
                <div>
                  <CopyButton text={() => window.location.href} label={t("copyLink")} variant="secondary" />
                </div>
              </>
            ) : (
              !refusal && request !== null && <DetailPlace />
            )
          }
        />
      </PowerPriceIn>
    </DraftContext>
  );
}
