"use client";

import Play from "lucide-react/icons/play";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import type { JobRun, JobWithRuns, SystemJobs } from "@/lib/admin/core/job-schemas";
import { openRun } from "@/lib/admin/core/open-runs";
import { paths } from "@/lib/paths";
import { linkStyle } from "../../identity/link-style";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Section } from "../../ui/section";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import type { Answer } from "../answer";
import { useAct } from "../use-act";
import { useJobColumns } from "./job-columns";
import { JobStateMark } from "./job-state-mark";
import { Leader } from "./leader";
import { useSystemNames } from "./names";
import { RunTable } from "./run-table";
import { useJobs } from "./use-jobs";

type Props = {
  initial: SystemJobs;
  /** The job whose runs are shown; without it the first that failed, or the first. */
  chosen: string | undefined;
  run: (input: { name: string }) => Promise<Answer<JobRun>>;
};

/** Every job with its clock, how it fares and a button to run it now; below it the last runs of one. */
export function JobBoard({ initial, chosen, run }: Props) {
  const t = useTranslations("admin.system.jobs");
  const names = useSystemNames();
  const act = useAct();
  const { jobs, lookAgain } = useJobs(initial);
  const [asking, setAsking] = useState<JobWithRuns>();
  const columns = useBoardColumns(setAsking);
  const shown =
    jobs.jobs.find(({ name }) => name === chosen) ?? jobs.jobs.find(({ state }) => state === "failed") ?? jobs.jobs[0];

  const ask = async ({ name }: JobWithRuns) => {
    const answer = await act.run(() => run({ name }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("runNow.asked", { name: names.job(name) }));
    lookAgain();
  };

  return (
    <>
      <Leader leader={jobs.leader} />
      <Table caption={t("title")} columns={columns} rows={jobs.jobs} rowKey={({ name }) => name} />
      {shown && (
        <Section id="runs" title={t("runs.title", { name: names.job(shown.name) })} note={t("runs.note")}>
          <RunTable runs={shown.runs} caption={t("runs.title", { name: names.job(shown.name) })} />
        </Section>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={t("runNow.title", { name: names.job(asking.name) })}
          effect={t("runNow.effect")}
          confirmLabel={t("runNow.confirm")}
          confirmVariant="primary"
          onConfirm={() => ask(asking)}
        />
      )}
    </>
  );
}

function useBoardColumns(onRun: (job: JobWithRuns) => void): Column<JobWithRuns>[] {
  const t = useTranslations("admin.system.jobs");
  const names = useSystemNames();
  const locale = useLocale();
  const { name, clock, last, next, failures } = useJobColumns();
  const blocked = (job: JobWithRuns): string | undefined => {
    if (job.continuous) return t("runNow.continuous");
    return openRun(job)?.kind === "manual" ? t("runNow.open") : undefined;
  };
  return [
    {
      ...name,
      cell: (job) => (
        <span className="grid justify-items-start py-1">
          <Link href={`${paths.systemJobs(locale, { job: job.name })}#runs`} className={linkStyle}>
            {names.job(job.name)}
          </Link>
          <span className="text-xs text-subtle">{job.name}</span>
        </span>
      ),
    },
    { key: "state", header: t("state"), cell: (job) => <JobStateMark job={job} /> },
    {
      ...clock,
      cell: (job) => (
        <span className="grid py-1">
          {clock.cell(job)}
          {!job.continuous && (
            <span className="text-xs text-subtle">{t(`missed.${job.missed}`, { bound: job.missed_bound ?? 0 })}</span>
          )}
        </span>
      ),
    },
    last,
    next,
    failures,
    {
      key: "actions",
      header: <span className="sr-only">{t("runNow.column")}</span>,
      actions: true,
      cell: (job) => (
        <Button
          variant="quiet"
          aria-label={t("runNow.of", { name: names.job(job.name) })}
          disabledReason={blocked(job)}
          onClick={() => onRun(job)}
          className="needs-script"
        >
          <Play aria-hidden="true" />
          {t("runNow.button")}
        </Button>
      ),
    },
  ];
}
