import { useLocale, useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import type { Draft } from "@/lib/calculator/core/draft";
import { type PinnedMarket, writeLink } from "@/lib/calculator/core/link";
import { paths } from "@/lib/paths";

const FORMATS = ["pdf", "csv", "xlsx"] as const;

/** The calculation as a file, made by the server from the same link: with the market pinned to what the page shows. */
export function ReportLinks({ scenarios, market }: { scenarios: readonly Draft[]; market: PinnedMarket }) {
  const t = useTranslations("calculator.share");
  const locale = useLocale();
  const query = writeLink({ scenarios: [...scenarios], pinned: market });
  return FORMATS.map((format) => (
    <a
      key={format}
      href={paths.calculatorReport(locale, format, query)}
      download
      className={buttonStyle({ variant: "quiet" })}
    >
      {t(format)}
    </a>
  ));
}
