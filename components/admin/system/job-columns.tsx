import { useLocale, useTranslations } from "next-intl";
import { cronWords } from "@/lib/admin/core/cron-words";
import type { JobStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import type { Column } from "../../ui/table";
import { StateMark } from "../state-mark";
import { useSystemNames } from "./names";
import { JOB_TONES } from "./tones";
import { useTook } from "./use-took";

/** What a table can say of a job, each by its name. */
export function useJobColumns() {
  const t = useTranslations("admin.system.jobs");
  const names = useSystemNames();
  const show = figures(useLocale());
  const took = useTook();
  return {
    name: {
      key: "name",
      header: t("name"),
      cell: (job) => (
        <span className="grid py-1">
          <span className="text-text">{names.job(job.name)}</span>
          <span className="text-xs text-subtle">{job.name}</span>
        </span>
      ),
    },
    state: {
      key: "state",
      header: t("state"),
      cell: (job) => <StateMark tone={JOB_TONES[job.state]}>{t(`states.${job.state}`)}</StateMark>,
    },
    clock: { key: "clock", header: t("clock"), cell: (job) => <Clock cron={job.cron} /> },
    last: {
      key: "last",
      header: t("last"),
      cell: ({ last_run: run }) =>
        run === null ? (
          <span className="text-muted">{t("never")}</span>
        ) : (
          <span className="grid py-1">
            <RelativeTime iso={run.finished_at} />
            <span className="text-xs text-subtle">{t("took", { time: took(run.duration_ms) })}</span>
          </span>
        ),
    },
    next: { key: "next", header: t("next"), cell: (job) => job.next_run_at && <Next job={job} /> },
    failure: {
      key: "failure",
      header: t("failure"),
      cell: ({ last_failure: failure }) =>
        failure === null ? (
          <span className="text-muted">{t("noFailure")}</span>
        ) : (
          <span className="grid py-1">
            <span className="wrap-anywhere">{failure.fault || names.fault(failure.kind)}</span>
            <span className="text-xs text-subtle">
              <RelativeTime iso={failure.at} />
            </span>
          </span>
        ),
    },
    failures: {
      key: "failures",
      header: t("failures"),
      numeric: true,
      cell: (job) => show.number(job.failures_7d).text,
    },
  } satisfies Record<string, Column<JobStatus>>;
}

/** Of what runs every second, the next second is no news. */
function Next({ job }: { job: JobStatus }) {
  const t = useTranslations("admin.system.jobs");
  if (job.next_run_at === null || cronWords(job.cron).kind === "second")
    return <span className="text-muted">{t("soon")}</span>;
  return <RelativeTime iso={job.next_run_at} />;
}

function Clock({ cron }: { cron: string }) {
  const t = useTranslations("admin.system.clock");
  const words = cronWords(cron);
  const text = words.kind === "other" ? words.cron : t(words.kind, words);
  return <span title={`${cron} UTC`}>{text}</span>;
}
