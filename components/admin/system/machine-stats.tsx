import { useLocale, useTranslations } from "next-intl";
import type { SystemStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { Figure } from "../../ui/figure";
import { RelativeTime } from "../../ui/relative-time";
import { Stat, Stats } from "../../ui/stat";
import { StateMark } from "../state-mark";

const DAY_S = 86_400;
const HOUR_S = 3_600;

/** The process that answers, the database, the store of the limits, the worker. */
export function MachineStats({ status }: { status: SystemStatus }) {
  const t = useTranslations("admin.system");
  const show = figures(useLocale());
  const { web, database, rate_limits: limits, worker } = status;
  const { missing, applied } = database.migrations;
  return (
    <Stats>
      <Stat label={t("version")} value={web.version} note={<Uptime seconds={web.uptime_s} />} />
      <Stat
        label={t("worker")}
        value={<StateMark tone={worker.ok ? "good" : "bad"}>{t(worker.ok ? "working" : "silent")}</StateMark>}
        note={
          worker.last_seen_at === null
            ? t("neverSeen")
            : t.rich("lastRun", { time: () => <RelativeTime iso={worker.last_seen_at ?? ""} /> })
        }
      />
      <Stat
        label={t("database")}
        value={<Figure {...show.number(database.response_time_ms, { digits: 1, unit: "ms" })} />}
        note={t("databaseNote")}
      />
      <Stat
        label={t("migrations")}
        value={<Figure {...show.number(applied)} />}
        note={missing.length === 0 ? t("migrationsComplete") : t("migrationsMissing", { count: missing.length })}
      />
      <Stat
        label={t("limits")}
        value={
          limits.ok ? (
            <Figure {...show.number(limits.response_time_ms, { digits: 1, unit: "ms" })} />
          ) : (
            <StateMark tone="bad">{t("unreachable")}</StateMark>
          )
        }
        note={t("limitsNote")}
      />
    </Stats>
  );
}

function Uptime({ seconds }: { seconds: number }) {
  const t = useTranslations("admin.system.uptime");
  const days = Math.floor(seconds / DAY_S);
  const hours = Math.floor((seconds % DAY_S) / HOUR_S);
  const minutes = Math.floor((seconds % HOUR_S) / 60);
  if (days > 0) return t("days", { days, hours });
  return hours > 0 ? t("hours", { hours, minutes }) : t("minutes", { minutes });
}
