import { useLocale, useTranslations } from "next-intl";
import { absoluteTime, dateText } from "@/lib/i18n/time-format";

/** The last day of an access, the exact moment on hover. */
export function AccessEnd({ iso }: { iso: string | null }) {
  const t = useTranslations("admin.access");
  const locale = useLocale();
  if (iso === null) return <span className="text-muted">{t("noEnd")}</span>;
  return (
    <time dateTime={iso} title={absoluteTime(locale, iso)} className="whitespace-nowrap">
      {dateText(locale, iso)}
    </time>
  );
}
