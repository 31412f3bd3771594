import { useLocale, useTranslations } from "next-intl";
import type { AuditStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { Figure } from "../../ui/figure";
import { RelativeTime } from "../../ui/relative-time";
import { Stat, Stats } from "../../ui/stat";

/** How far the audit log is sealed and signed. */
export function AuditStats({ audit }: { audit: AuditStatus }) {
  const t = useTranslations("admin.system.audit");
  const show = figures(useLocale());
  const time = (iso: string | null) => (iso === null ? t("never") : <RelativeTime iso={iso} />);
  const since = audit.unsealed_since;
  return (
    <Stats>
      <Stat
        label={t("unsealed")}
        value={<Figure {...show.number(audit.unsealed)} />}
        note={since === null ? t("allSealed") : t.rich("unsealedSince", { time: () => <RelativeTime iso={since} /> })}
      />
      <Stat label={t("sealed")} value={time(audit.last_sealed_at)} />
      <Stat
        label={t("checkpoint")}
        value={time(audit.last_checkpoint_at)}
        note={audit.unsigned_since === null ? t("allSigned") : t("someUnsigned")}
      />
    </Stats>
  );
}
