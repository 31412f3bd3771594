import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { PinnedMarket } from "@/lib/calculator/core/link";
import { absoluteTime } from "@/lib/i18n/time-format";

type Props = { pinned: PinnedMarket | null; broken: boolean; onUseLive: () => void };

/** Says that the figures are as old as the link that brought them, and offers the live ones. */
export function MarketBanner({ pinned, broken, onUseLive }: Props) {
  const t = useTranslations("calculator.pinned");
  const locale = useLocale();
  if (broken && !pinned) {
    return <p className="border-l-2 border-warn py-1 pl-3 text-muted">{t("broken")}</p>;
  }
  if (!pinned) return null;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-warn py-1 pl-3 text-muted"
    >
      {t("banner", { time: absoluteTime(locale, pinned.at) })}
      <Button onClick={onUseLive} className="needs-script">
        {t("useLive")}
      </Button>
    </p>
  );
}
