"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Figure as MarketFigure } from "@/lib/market/schemas";
import { paths } from "@/lib/paths";
import type { LiveMarket } from "../layout/live-market";
import { useLiveMarket } from "../layout/use-live-market";
import { Figure } from "../ui/figure";
import { Provenance } from "../ui/provenance";
import { Section } from "../ui/section";
import { Stat, Stats } from "../ui/stat";
import { useFigures } from "../ui/units-provider";
import { MoreLink } from "./more-link";

/** What hashrate earns today and the three figures behind it, each with its origin. */
export function MarketGlance({ initial }: { initial: LiveMarket }) {
  const t = useTranslations("overview.market");
  const locale = useLocale();
  const show = useFigures();
  const { market } = useLiveMarket(initial);
  const { hashprice_usd_per_ph_day: hashprice, btc_price, difficulty, next_difficulty_change: next } = market;
  const origin = (figure: Omit<MarketFigure, "value">) => (
    <Provenance source={figure.source} state={figure.state} asOf={figure.as_of} />
  );
  return (
    <Section id="market" title={t("title")}>
      <Stats className="[&>dl]:grid-cols-2">
        <Stat
          label={t("hashprice")}
          value={
            <span className="flex flex-wrap items-baseline gap-x-2">
              <Figure {...show.usd(hashprice.value)} tone="hero" />
              <span className="text-xs text-muted">{t("perPhDay")}</span>
            </span>
          }
          note={origin(hashprice)}
        />
        <Stat
          label={t("btc")}
          value={<Figure {...show.usd(btc_price.value, { digits: 0 })} />}
          note={origin(btc_price)}
        />
        <Stat
          label={t("difficulty")}
          value={<Figure {...show.difficulty(difficulty.value)} />}
          note={origin(difficulty)}
        />
        <Stat
          label={t("next")}
          value={
            <span className="flex flex-wrap items-baseline gap-x-2">
              <Figure {...show.percent(next.change_pct, { signed: true, digits: 2 })} />
              <span className="text-xs text-muted">
                {next.locked
                  ? t("locked")
                  : next.remaining_blocks !== null && t("blocks", { blocks: next.remaining_blocks })}
              </span>
            </span>
          }
          note={origin(next)}
        />
      </Stats>
      <MoreLink href={paths.calculator(locale)}>{t("calculate")}</MoreLink>
    </Section>
  );
}
