"use client";

import { useTranslations } from "next-intl";
import type { Figure as MarketFigure } from "@/lib/market/schemas";
import type { LiveMarket } from "../layout/live-market";
import { useLiveMarket } from "../layout/use-live-market";
import { Figure } from "../ui/figure";
import { Provenance } from "../ui/provenance";
import { Stat, Stats } from "../ui/stat";
import { useFigures } from "../ui/units-provider";

/** The four figures that everything else is made of, each with its origin. */
export function NetworkFacts({ initial }: { initial: LiveMarket }) {
  const t = useTranslations("landing");
  const show = useFigures();
  const { market } = useLiveMarket(initial);
  const { btc_price, difficulty, network_hashrate_ehs, next_difficulty_change: next } = market;
  const origin = (figure: Omit<MarketFigure, "value">) => (
    <Provenance source={figure.source} state={figure.state} asOf={figure.as_of} />
  );
  return (
    <Stats>
      <Stat
        label={t("facts.btc")}
        value={<Figure {...show.usd(btc_price.value, { digits: 0 })} />}
        note={origin(btc_price)}
      />
      <Stat
        label={t("facts.difficulty")}
        value={<Figure {...show.difficulty(difficulty.value)} />}
        note={origin(difficulty)}
      />
      <Stat
        label={t("facts.next")}
        value={
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Figure {...show.percent(next.change_pct, { signed: true, digits: 2 })} />
            <span className="text-xs text-muted">
              {next.locked
                ? t("nextLocked")
                : next.remaining_blocks !== null && t("nextIn", { blocks: next.remaining_blocks })}
            </span>
          </span>
        }
        note={origin(next)}
      />
      <Stat
        label={t("facts.hashrate")}
        value={<Figure {...show.number(network_hashrate_ehs.value, { digits: 1, unit: "EH/s" })} />}
        note={origin(network_hashrate_ehs)}
      />
    </Stats>
  );
}
