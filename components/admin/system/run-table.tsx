import { useLocale, useTranslations } from "next-intl";
import type { JobRun } from "@/lib/admin/core/job-schemas";
import { exactTime } from "@/lib/i18n/time-format";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { StateMark } from "../state-mark";
import { useSystemNames } from "./names";
import { RUN_TONES } from "./tones";
import { useSpoken } from "./use-spoken";
import { useTook } from "./use-took";

/** The last runs of a job: for which slot or for whom, how it went, and what it said. */
export function RunTable({ runs, caption }: { runs: readonly JobRun[]; caption: string }) {
  const t = useTranslations("admin.system.jobs.runs");
  const locale = useLocale();
  const names = useSystemNames();
  const took = useTook();
  const spoken = useSpoken();
  const none = <span className="text-muted">{t("none")}</span>;
  const columns: Column<JobRun>[] = [
    {
      key: "slot",
      header: t("slot"),
      cell: (run) => (
        <span className="grid py-1">
          <span className="whitespace-nowrap text-text">{exactTime(locale, run.scheduled_for)}</span>
          <span className="text-xs wrap-anywhere text-subtle">
            {t(`kinds.${run.kind}`, { by: run.requested_by ?? "" })}
          </span>
        </span>
      ),
    },
    {
      key: "state",
      header: t("result"),
      cell: (run) => (
        <span className="grid py-1">
          <StateMark tone={RUN_TONES[run.state]}>{t(`states.${run.state}`)}</StateMark>
          {run.attempt > 1 && <span className="text-xs text-subtle">{t("attempt", { attempt: run.attempt })}</span>}
        </span>
      ),
    },
    {
      key: "began",
      header: t("began"),
      cell: (run) => (run.started_at === null ? none : <RelativeTime iso={run.started_at} />),
    },
    {
      key: "took",
      header: t("took"),
      numeric: true,
      cell: (run) => (run.duration_ms === null ? none : took(run.duration_ms)),
    },
    {
      key: "said",
      header: t("said"),
      cell: (run) => (
        <span className="wrap-anywhere text-muted">
          {run.fault_kind === null ? spoken(run.summary) || none : run.fault || names.fault(run.fault_kind)}
        </span>
      ),
    },
  ];
  if (runs.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return <Table caption={caption} columns={columns} rows={runs} rowKey={(run) => run.scheduled_for} />;
}
