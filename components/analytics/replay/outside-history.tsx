import { useLocale, useTranslations } from "next-intl";
import type { KnownRange } from "@/lib/analytics/schemas";
import { dateText } from "@/lib/i18n/time-format";
import { Button } from "../../ui/button";

type Props = {
  known: KnownRange;
  asked: { from: string; to: string };
  onUse: (period: { from: string; to: string }) => void;
};

/** The days asked for are more than history knows: says how far it reaches, and offers what of it was asked for, or all. */
export function OutsideHistory({ known, asked, onUse }: Props) {
  const t = useTranslations("replay.outside");
  const locale = useLocale();
  const from = asked.from > known.from && asked.from < known.to ? asked.from : known.from;
  const to = asked.to < known.to && asked.to > known.from ? asked.to : known.to;
  const words = (period: { from: string; to: string }) => ({
    from: dateText(locale, period.from),
    to: dateText(locale, period.to),
  });
  const isAll = from === known.from && to === known.to;
  return (
    <div role="alert" className="grid justify-items-start gap-3 border-l-2 border-warn py-1 pl-3">
      <p>{t("text", words(known))}</p>
      <div className="flex flex-wrap gap-2">
        {!isAll && <Button onClick={() => onUse({ from, to })}>{t("use", words({ from, to }))}</Button>}
        <Button variant={isAll ? "secondary" : "quiet"} onClick={() => onUse({ from: known.from, to: known.to })}>
          {t("use", words(known))}
        </Button>
      </div>
    </div>
  );
}
