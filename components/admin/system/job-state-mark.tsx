import { useTranslations } from "next-intl";
import type { JobWithRuns } from "@/lib/admin/core/job-schemas";
import { openRun } from "@/lib/admin/core/open-runs";
import { StateMark } from "../state-mark";
import { JOB_TONES, RUN_TONES } from "./tones";

/** How a job stands at this moment: what goes on first, else how it fares. */
export function JobStateMark({ job }: { job: JobWithRuns }) {
  const t = useTranslations("admin.system.jobs");
  const open = openRun(job);
  if (open) return <StateMark tone={RUN_TONES[open.state]}>{t(`runs.states.${open.state}`)}</StateMark>;
  return <StateMark tone={JOB_TONES[job.state]}>{t(`states.${job.state}`)}</StateMark>;
}
