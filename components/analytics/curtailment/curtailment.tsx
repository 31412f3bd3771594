"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { isoDate } from "@/lib/kernel/calendar";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { CopyButton } from "../../ui/copy-button";
import { EmptyState } from "../../ui/empty-state";
import { patientImport } from "../../ui/patient-import";
import { useAddress } from "../../ui/use-address";
import { AnalysisLayout, AnswerPlace, DetailPlace } from "../analysis-layout";
import { RefusalState } from "../refusal-state";
import { useAnalysis } from "../use-analysis";
import { useRequest } from "../use-request";
import { CurtailmentAnswer } from "./curtailment-answer";
import { type CurtailmentDraft, readCurtailment, writeCurtailment } from "./curtailment-draft";
import { CurtailmentForm } from "./curtailment-form";
import { HourCharts } from "./hour-charts";
import { usePriceFile } from "./use-price-file";
import { WaysTable } from "./ways-table";

const loadReader = patientImport(() =>
  import("./curtailment-request").then(({ curtailmentRequest }) => curtailmentRequest),
);

type Props = {
  /** Where the form begins when the address says nothing. */
  firstDay: string;
  models: readonly PickerModel[];
  ownMachines: number;
  /** US dollars per PH/s and day, today. */
  hashpriceNow: number;
};

/** When machines had best be off, and what that is worth; every change is answered a moment later. */
export function Curtailment({ firstDay, models, ownMachines, hashpriceNow }: Props) {
  const t = useTranslations("curtailment");
  const query = useSearchParams();
  const [draft, setDraft] = useState(() => readCurtailment(query, firstDay));
  const change = (fields: Partial<CurtailmentDraft>) => setDraft((before) => ({ ...before, ...fields }));
  useAddress(useMemo(() => writeCurtailment(draft), [draft]));
  // A file has days of its own: what is simulated begins with them.
  const file = usePriceFile(({ start }) => change({ from: isoDate(Date.parse(start)), window: "" }));
  const { prices } = file;
  const around = useMemo(() => ({ models, ownMachines, prices }), [models, ownMachines, prices]);
  const { request, problems } = useRequest(loadReader, draft, around);
  const analysis = useAnalysis<CurtailmentSimulation>(paths.api.curtailmentSimulation(), request);
  const { answer, isOld, isAsking, refusal, retry } = analysis;
  const lacksFile = draft.source === "file" && prices === null;
  const isPlanned = answer !== undefined && answer.status !== "infeasible";
  return (
    <AnalysisLayout
      state={{ isOld, isAsking, isWrong: request === null && !lacksFile }}
      formLabel={t("form.label")}
      form={<CurtailmentForm {...{ draft, problems, models, ownMachines, file }} onChange={change} />}
      fault={refusal && <RefusalState refusal={refusal} onRetry={retry} retrying={isAsking} />}
      answer={
        <>
          {lacksFile && <EmptyState title={t("noFile.title")} text={t("noFile.text")} />}
          {answer ? (
            <CurtailmentAnswer answer={answer} hashpriceNow={hashpriceNow} />
          ) : (
            !refusal && !lacksFile && <AnswerPlace isWrong={request === null} />
          )}
        </>
      }
      detail={
        isPlanned ? (
          <>
            <WaysTable answer={answer} />
            <HourCharts answer={answer} window={draft.window} onWindow={(window) => change({ window })} />
            {draft.source === "tariff" && (
              <div>
                <CopyButton text={() => window.location.href} label={t("copyLink")} variant="secondary" />
              </div>
            )}
          </>
        ) : (
          !answer && !refusal && !lacksFile && request !== null && <DetailPlace />
        )
      }
    />
  );
}
