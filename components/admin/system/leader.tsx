import { useTranslations } from "next-intl";
import type { SystemJobs } from "@/lib/admin/core/job-schemas";
import { RelativeTime } from "../../ui/relative-time";

/** Which worker leads. */
export function Leader({ leader }: Pick<SystemJobs, "leader">) {
  const t = useTranslations("admin.system.jobs");
  if (leader === null) return <p className="text-muted">{t("noLeader")}</p>;
  return (
    <p className="text-muted">
      {t.rich("leader", {
        holder: leader.holder,
        epoch: leader.epoch,
        name: (holder) => <span className="wrap-anywhere text-text">{holder}</span>,
        time: () => <RelativeTime iso={leader.since} />,
      })}
    </p>
  );
}
