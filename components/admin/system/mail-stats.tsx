import { useLocale, useTranslations } from "next-intl";
import type { MailStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { Figure } from "../../ui/figure";
import { RelativeTime } from "../../ui/relative-time";
import { Stat, Stats } from "../../ui/stat";

/** Which way mail goes, what waits, and what could not be sent. */
export function MailStats({ mail }: { mail: MailStatus }) {
  const t = useTranslations("admin.system.mail");
  const show = figures(useLocale());
  const { last_fault: fault, oldest_waiting_since: oldest, last_sent_at: sent } = mail;
  return (
    <div className="grid gap-3">
      <Stats>
        <Stat label={t("way")} value={t(`ways.${mail.way}`)} note={t(`wayNotes.${mail.way}`)} />
        <Stat
          label={t("queued")}
          value={<Figure {...show.number(mail.queued)} />}
          note={oldest === null ? t("nothingWaits") : t.rich("oldest", { time: () => <RelativeTime iso={oldest} /> })}
        />
        <Stat label={t("retrying")} value={<Figure {...show.number(mail.retrying)} />} note={t("retryingNote")} />
        <Stat label={t("failed")} value={<Figure {...show.number(mail.failed_7d)} />} note={t("failedNote")} />
        <Stat label={t("sent")} value={sent === null ? t("never") : <RelativeTime iso={sent} />} />
      </Stats>
      {fault && (
        <p className="text-muted">
          {t("fault", { kind: fault.kind })} <span className="wrap-anywhere text-text">{fault.fault}</span>
          {" · "}
          <RelativeTime iso={fault.at} />
        </p>
      )}
    </div>
  );
}
