"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { HistoricalReplayAnswer, KnownRange } from "@/lib/analytics/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { DraftContext } from "../../calculator/draft-context";
import { CopyButton } from "../../ui/copy-button";
import { patientImport } from "../../ui/patient-import";
import { PowerPriceIn } from "../../ui/units-provider";
import { useAddress } from "../../ui/use-address";
import { AnalysisLayout, AnswerPlace, DetailPlace } from "../analysis-layout";
import { RefusalState } from "../refusal-state";
import { type Analysis, useAnalysis } from "../use-analysis";
import { useDraftTerms } from "../use-draft-terms";
import { useRequest } from "../use-request";
import { ComparisonTable } from "./comparison-table";
import { OutsideHistory } from "./outside-history";
import { ReplayAnswer } from "./replay-answer";
import { ReplayBasis } from "./replay-basis";
import { ReplayCharts } from "./replay-charts";
import { type ReplayDraft, readReplay, writeReplay } from "./replay-draft";
import { ReplayForm } from "./replay-form";
import { periodOf } from "./replay-period";
import { YearTable } from "./year-table";

const loadReader = patientImport(() => import("./replay-request").then(({ replayRequest }) => replayRequest));

type Props = {
  known: KnownRange;
  models: readonly PickerModel[];
  ownMachines: number;
};

/** What a fleet would have earned between two days of the past; every change is answered a moment later. */
export function Replay({ known, models, ownMachines }: Props) {
  const t = useTranslations("replay");
  const query = useSearchParams();
  const [draft, setDraft] = useState(() => readReplay(query));
  const change = (fields: Partial<ReplayDraft>) => setDraft((before) => ({ ...before, ...fields }));
  useAddress(useMemo(() => writeReplay(draft), [draft]));
  const around = useMemo(() => ({ known, models, ownMachines }), [known, models, ownMachines]);
  const { request, problems } = useRequest(loadReader, draft, around);
  const analysis = useAnalysis<HistoricalReplayAnswer>(paths.api.historicalReplay(), request);
  const { answer, isOld, isAsking } = analysis;
  const terms = useDraftTerms(draft, setDraft, problems);
  return (
    <DraftContext value={terms}>
      <PowerPriceIn unit={draft.terms.electricity_unit === "dollars" ? "usd" : "cent"}>
        <AnalysisLayout
          state={{ isOld, isAsking, isWrong: request === null }}
          formLabel={t("form.label")}
          form={<ReplayForm {...{ draft, problems, known, models, ownMachines }} onChange={change} />}
          fault={
            <Refused
              analysis={analysis}
              known={known}
              asked={periodOf(draft, known)}
              onUse={(period) => change({ span: "custom", ...period })}
            />
          }
          answer={
            answer ? <ReplayAnswer answer={answer} /> : !analysis.refusal && <AnswerPlace isWrong={request === null} />
          }
          detail={
            answer ? (
              <>
                <ComparisonTable answer={answer} />
                <ReplayCharts answer={answer} />
                <YearTable answer={answer} />
                <ReplayBasis answer={answer} />
                <div>
                  <CopyButton text={() => window.location.href} label={t("copyLink")} variant="secondary" />
                </div>
              </>
            ) : (
              !analysis.refusal && request !== null && <DetailPlace />
            )
          }
        />
      </PowerPriceIn>
    </DraftContext>
  );
}

type RefusedProps = Pick<Parameters<typeof OutsideHistory>[0], "known" | "asked" | "onUse"> & {
  analysis: Analysis<unknown>;
};

/** Days that nobody knows are named as such, with the way out. */
function Refused({ analysis: { refusal, isAsking, retry }, ...outside }: RefusedProps) {
  if (!refusal) return null;
  if (refusal.errors.some(({ code }) => code === "out_of_history")) return <OutsideHistory {...outside} />;
  return <RefusalState refusal={refusal} onRetry={retry} retrying={isAsking} />;
}
