"use client";

import { cx } from "class-variance-authority";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { LiveMarket } from "@/components/layout/live-market";
import { useLiveMarket } from "@/components/layout/use-live-market";
import { PowerPriceIn } from "@/components/ui/units-provider";
import type { CalculatorLink } from "@/lib/calculator/core/link";
import { pinMarket } from "@/lib/calculator/core/link-market";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { Answer } from "./answer";
import { AssumptionList } from "./assumption-list";
import { BreakEvenTable } from "./break-even-table";
import type { AnsweredOutcome, Outcome } from "./compute-outcome";
import { DraftContext } from "./draft-context";
import type { Futures } from "./futures.worker";
import { InputForm } from "./input-form";
import { InvestmentFacts } from "./investment-facts";
import { KeyFacts } from "./key-facts";
import { MACHINE_FIELD } from "./machine-field";
import { MarketBanner } from "./market-banner";
import { OverTime } from "./over-time";
import { ProfitChart } from "./profit-chart";
import { ProjectionTable } from "./projection-table";
import { SensitivityTable } from "./sensitivity-table";
import { ShareTools } from "./share-tools";
import { TwoAlgorithms } from "./two-algorithms";
import { useFutures } from "./use-futures";
import { useOutcomes } from "./use-outcomes";
import { useScenarios } from "./use-scenarios";

// Most readers look at one scenario: what stands beside it comes with the second.
const CompareTable = dynamic(() => import("./compare-table").then((module) => module.CompareTable));
const ScenarioTabs = dynamic(() => import("./scenario-tabs").then((module) => module.ScenarioTabs));

type Props = {
  link: CalculatorLink;
  machines: readonly PickerModel[];
  market: LiveMarket;
  /** The UTC date of the rendering, as 2026-01-31. */
  today: string;
  /** The server's answers, a scenario each: the page opens with them and computes nothing. */
  initial: readonly Outcome[];
  /** What stands in the page until the first scenario is right, where the link brought it wrong. */
  fallback: AnsweredOutcome;
  /** The link carried a market that can't be read. */
  brokenMarket: boolean;
  futures: Futures;
};

const NOTHING_YET: Outcome = { result: null, grid: null, problems: [], futures: null };

/** The calculator: the answer first, then what moves it, then the detail; every key press is answered in the page. */
export function Calculator({
  link,
  machines,
  market: rendered,
  today,
  initial,
  fallback,
  brokenMarket,
  futures: firstFutures,
}: Props) {
  const t = useTranslations("calculator");
  const { market } = useLiveMarket(rendered);
  const { scenarios, active, pinned, setActive, setPinned, change, add, remove } = useScenarios(link);
  const around = useMemo(() => ({ market, pinned, today }), [market, pinned, today]);
  const { outcomes, prepare } = useOutcomes(scenarios, around, machines, { link, market: rendered, outcomes: initial });
  const draft = scenarios[active] ?? {};
  const outcome = outcomes[active] ?? NOTHING_YET;
  const lastGood = useRef(fallback.result);
  if (outcome.result) lastGood.current = outcome.result;
  const { futures, current } = useFutures(outcome, firstFutures);
  const { assumptions: assumed, ...bands } = futures ?? { assumptions: null };
  const result: CalculateOutput = { ...lastGood.current, ...bands };
  const machine = machineOfDraft(machines, draft);
  const lastGrid = useRef(outcome.grid ?? fallback.grid);
  if (outcome.grid) lastGrid.current = outcome.grid;
  const form = useMemo(() => ({ draft, change, problems: outcome.problems }), [draft, change, outcome.problems]);
  const names = scenarios.map((each) => machineOfDraft(machines, each)?.name ?? t("inputs.custom"));
  const old = outcome.result === null;
  const kept = useMemo(() => pinned ?? pinMarket(market, `${today}T00:00:00.000Z`), [pinned, market, today]);
  const compare = () => {
    add();
    // A copy of this scenario is only the start: the next thing to choose is its machine.
    document.getElementById(MACHINE_FIELD)?.focus();
    window.scrollTo({ top: 0 });
  };

  return (
    <DraftContext value={form}>
      <PowerPriceIn unit={draft.electricity_unit === "dollars" ? "usd" : "cent"}>
        <div className="mx-auto grid max-w-[85rem] grid-cols-1 lg:grid-cols-[340px_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
          <div className="grid min-w-0 content-start gap-7 px-4 pt-5 pb-6 lg:col-start-2 lg:px-9 lg:pt-7 lg:pb-0">
            <MarketBanner pinned={pinned} broken={brokenMarket} onUseLive={() => setPinned(null)} />
            {scenarios.length > 1 && (
              <ScenarioTabs names={names} active={active} onChoose={setActive} onRemove={remove} />
            )}
            <p role="status" className={old ? "border-l-2 border-warn pl-3 text-muted" : "sr-only"}>
              {old && t("errors.keepsLast")}
            </p>
            <div className={cx("grid min-w-0 gap-7", old && "old-result")}>
              <Answer result={result} machineName={result.assumptions.machine.label ?? t("inputs.custom")} />
              <KeyFacts result={result} />
            </div>
          </div>
          <div className="border-y border-line px-4 py-5 lg:p-0 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-y-0 lg:border-r print:hidden">
            <div
              onFocusCapture={prepare}
              onPointerEnter={prepare}
              className="lg:sticky lg:top-13 lg:max-h-[calc(100dvh-52px)] lg:overflow-y-auto lg:px-6 lg:py-7"
            >
              <InputForm machines={machines} machine={machine} market={market} result={result} />
            </div>
          </div>
          <div
            className={cx(
              "grid min-w-0 content-start gap-8 px-4 py-7 lg:col-start-2 lg:gap-9 lg:px-9 lg:py-9",
              old && "old-result",
            )}
          >
            {scenarios.length > 1 && (
              <CompareTable names={names} outcomes={outcomes} active={active} onChoose={setActive} />
            )}
            <ProfitChart result={result} current={current} />
            {lastGrid.current && <SensitivityTable grid={lastGrid.current} quantity={result.assumptions.quantity} />}
            <OverTime
              result={result}
              tools={
                <ShareTools
                  scenarios={scenarios}
                  market={kept}
                  result={result}
                  names={names}
                  onCompare={compare}
                  invalid={old}
                />
              }
            />
            <ProjectionTable result={result} />
            <BreakEvenTable result={result} />
            <InvestmentFacts result={result} />
            <TwoAlgorithms result={result} />
            <AssumptionList result={current && assumed ? { ...result, assumptions: assumed } : result} />
          </div>
        </div>
      </PowerPriceIn>
    </DraftContext>
  );
}
