"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PortfolioMachinePage, PortfolioSummary } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { PageHead } from "../admin/page-head";
import { useLiveState } from "../live/use-live-state";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { AddMachines } from "./add-machines";
import { Ahead } from "./ahead";
import { BreakEvenChart } from "./chart/break-even-chart";
import { GroupSections } from "./groups/group-sections";
import { isBehind } from "./latest-portfolio";
import { MachineList } from "./list/machine-list";
import type { Choice } from "./list/machine-table";
import { LosingNote } from "./losing-note";
import type { MachineActions } from "./machine-actions";
import { MachineDialogs } from "./machine-dialogs";
import { listQuery, type PortfolioQuery } from "./portfolio-query";
import { Totals } from "./totals";
import { useNewest } from "./use-newest";
import { usePortfolio } from "./use-portfolio";
import { useWritten } from "./use-written";

type Props = {
  /** Whose machines they are: the company's and the person's id. */
  keeper: string;
  summary: PortfolioSummary;
  page: PortfolioMachinePage;
  query: PortfolioQuery;
  /** Of the page of machines that is shown. */
  cursor: string | undefined;
  /** What can be added; null for who may only look. */
  models: readonly PickerModel[] | null;
  /** 2026-11-26: nothing is bought after it. */
  today: string;
  actions: MachineActions;
};

/** A person's machines: what they earn together and ahead, by what, and each row with what can be done with it. */
export function MyMachines({ keeper, summary: rendered, page, query, cursor, models, today, actions }: Props) {
  const t = useTranslations("portfolio");
  const locale = useLocale();
  const { portfolio, failing, noteWrite } = usePortfolio(rendered.portfolio, keeper);
  const isNewer = !isBehind(portfolio) && (rendered.portfolio.computed_at ?? "") < (portfolio.computed_at ?? "");
  const newerAt = isNewer ? portfolio.computed_at : null;
  const summary = useNewest(rendered, paths.api.portfolioSummary(), newerAt);
  const list = useNewest(page, paths.api.portfolioMachines({ ...listQuery(query), cursor }), newerAt);
  const isOld = "since" in useLiveState();
  const [open, setOpen] = useState<Choice>();
  const written = useWritten(noteWrite, actions.restore, () => setOpen(undefined));
  const restore = useRef(written.restore);
  useEffect(() => {
    restore.current = written.restore;
  });
  const choose = useCallback((choice: Choice) => {
    if (choice.what === "restore") void restore.current(choice.machines);
    else setOpen(choice);
  }, []);
  const plan = summary.plan;
  const add = models && <AddMachines {...{ models, today, plan }} add={actions.add} onDone={written("form.added")} />;
  const importList = add && <ButtonLink href={paths.batchCalculator(locale)}>{t("importList")}</ButtonLink>;
  const isEmpty = list.items.length === 0 && portfolio.machines === 0;
  return (
    <>
      <PageHead
        title={t("title")}
        note={isEmpty ? undefined : t("note", { count: portfolio.machines })}
        tools={
          !isEmpty && (
            <>
              {importList}
              {add}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          title={t("empty.title")}
          text={t(add ? "empty.text" : "empty.readOnly")}
          actions={
            <>
              {add}
              {importList}
              {summary.retired_rows > 0 && (
                <ButtonLink href={paths.portfolioRows(locale, { show: "retired" })}>
                  {t("empty.retired", { count: summary.retired_rows })}
                </ButtonLink>
              )}
            </>
          }
        />
      ) : (
        // Not live: what stands here may be old, and must not look current.
        <div className={isOld ? "contents [&_data]:opacity-60" : "contents"}>
          <Totals portfolio={portfolio} all={summary.all} failing={failing} />
          {summary.all.rows > 0 && (
            <>
              <LosingNote all={summary.all} query={query} />
              <GroupSections summary={summary} query={query} />
              {summary.projection && <Ahead projection={summary.projection} />}
              <BreakEvenChart breakEven={summary.break_even} portfolio={summary.portfolio} />
            </>
          )}
          <MachineList
            {...{ page: list, summary, query }}
            assumedPrice={portfolio.assumptions.electricity_cost}
            onChoose={models ? choose : null}
          />
        </div>
      )}
      {models && open && (
        <MachineDialogs {...{ open, models, today, actions, written }} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
