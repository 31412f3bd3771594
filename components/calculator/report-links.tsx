import { useLocale, useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import type { Draft } from "@/lib/calculator/core/draft";
import { type PinnedMarket, writeLink } from "@/lib/calculator/core/link";
import { pinMarket } from "@/lib/calculator/core/link-market";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";

const FORMATS = ["pdf", "csv", "xlsx"] as const;

/** The calculation as a file, made by the server from the same link: with the market pinned to what the page shows. */
export function ReportLinks({
  scenarios,
  pinned,
  result,
}: {
  scenarios: readonly Draft[];
  pinned: PinnedMarket | null;
  result: CalculateOutput;
}) {
  const t = useTranslations("calculator.share");
  const locale = useLocale();
  const query = writeLink({
    scenarios: [...scenarios],
    pinned: pinned ?? pinMarket(result.market, `${result.assumptions.start_date}T00:00:00.000Z`),
  }).toString();
  return FORMATS.map((format) => (
    <a
      key={format}
      href={`${paths.calculatorReport(locale, format)}?${query}`}
      download
      className={buttonStyle({ variant: "quiet" })}
    >
      {t(format)}
    </a>
  ));
}
