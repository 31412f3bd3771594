import CircleCheck from "lucide-react/icons/circle-check";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "next-intl";
import type { Problem, SystemStatus } from "@/lib/admin/schemas";
import { RelativeTime } from "../../ui/relative-time";
import { useSystemNames } from "./names";

type Props = { status: Pick<SystemStatus, "problems" | "checked_at"> };

/** The page's answer: all is well, or what is not, the gravest first. */
export function Verdict({ status: { problems, checked_at } }: Props) {
  const t = useTranslations("admin.system");
  const checked = <p className="text-subtle">{t.rich("checked", { time: () => <RelativeTime iso={checked_at} /> })}</p>;
  if (problems.length === 0)
    return (
      <div className="grid gap-1">
        <p className="flex items-center gap-3 text-xl">
          <CircleCheck aria-hidden="true" className="size-6 shrink-0 text-up" />
          {t("allGood")}
        </p>
        {checked}
      </div>
    );
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <p className="flex items-center gap-3 text-xl">
          <TriangleAlert aria-hidden="true" className="size-6 shrink-0 text-warn" />
          {t("attention", { count: problems.length })}
        </p>
        {checked}
      </div>
      <ul className="grid border-t border-line">
        {problems.map((problem) => (
          <ProblemLine key={`${problem.code} ${problem.subjects.join()}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

function ProblemLine({ problem: { code, subjects, since } }: { problem: Problem }) {
  const t = useTranslations("admin.system");
  const names = useSystemNames();
  const name = code === "sources_failing" ? names.source : code.startsWith("job_") ? names.job : String;
  const about = subjects.map(name).join(t("listSeparator"));
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="grid gap-0.5">
        <span>{t(`problems.${code}.what`, { about, count: subjects.length })}</span>
        <span className="max-w-[80ch] text-muted">{t(`problems.${code}.todo`)}</span>
      </span>
      {since && (
        <span className="text-subtle">
          <RelativeTime iso={since} />
        </span>
      )}
    </li>
  );
}
