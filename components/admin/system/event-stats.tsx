import { useLocale, useTranslations } from "next-intl";
import type { EventStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { paths } from "@/lib/paths";
import { MoreLink } from "../../overview/more-link";
import { Figure } from "../../ui/figure";
import { RelativeTime } from "../../ui/relative-time";
import { Stat, Stats } from "../../ui/stat";

type Props = { events: EventStatus /** May look at what is dead. */; isPlatform: boolean };

/** What waits in the outbox, what the groups lack, and what is dead. */
export function EventStats({ events: { outbox, lag, early, dead }, isPlatform }: Props) {
  const t = useTranslations("admin.system.events");
  const locale = useLocale();
  const show = figures(locale);
  const lacking = lag?.reduce((sum, { events }) => sum + events, 0);
  const since = (iso: string | null, nothing: string) =>
    iso === null ? nothing : t.rich("oldest", { time: () => <RelativeTime iso={iso} /> });
  return (
    <div className="grid gap-3">
      <Stats>
        <Stat
          label={t("outbox")}
          value={<Figure {...show.number(outbox?.events)} />}
          note={outbox ? since(outbox.oldest_at, t("nothingWaits")) : t("notKnown")}
        />
        <Stat label={t("lag")} value={<Figure {...show.number(lacking)} />} note={t(lag ? "lagNote" : "notKnown")} />
        <Stat label={t("early")} value={<Figure {...show.number(early)} />} note={t("earlyNote")} />
        <Stat
          label={t("dead")}
          value={<Figure {...show.number(dead.failed + dead.blocked)} tone={dead.failed > 0 ? "down" : "plain"} />}
          note={since(dead.oldest_at, t("noneDead"))}
        />
      </Stats>
      {isPlatform && <MoreLink href={paths.deadEvents(locale)}>{t("toDead")}</MoreLink>}
    </div>
  );
}
