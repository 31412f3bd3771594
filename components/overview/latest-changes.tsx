import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AuditItem } from "@/lib/audit/schemas";
import { paths } from "@/lib/paths";
import { ActorName } from "../audit/actor-name";
import { useActionName, useAuditNames } from "../audit/names";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { MoreLink } from "./more-link";

/** The last things that were changed, each opening its entry of the audit log. */
export function LatestChanges({ entries }: { entries: readonly AuditItem[] }) {
  const t = useTranslations("overview.changes");
  const locale = useLocale();
  const names = useAuditNames();
  const actionOf = useActionName();
  return (
    <Section id="changes" title={t("title")}>
      {entries.length === 0 ? (
        <p className="border-t border-line py-4 text-muted">{t("none")}</p>
      ) : (
        <ul className="border-t border-line">
          {entries.map((entry) => (
            <li
              key={entry.id}
              className="relative grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="grid min-w-0 gap-0.5">
                <Link
                  href={paths.audit(locale, { entry: entry.id })}
                  className="wrap-anywhere underline-offset-4 after:absolute after:inset-0 hover:underline"
                >
                  {actionOf(entry.use_case)}
                </Link>
                <span className="text-muted">
                  {names.entity(entry.entity)} · <ActorName actor={entry.actor} />
                </span>
              </span>
              <span className="text-subtle">
                <RelativeTime iso={entry.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <MoreLink href={paths.audit(locale)}>{t("all")}</MoreLink>
    </Section>
  );
}
