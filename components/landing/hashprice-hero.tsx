"use client";

import { useTranslations } from "next-intl";
import type { LiveMarket } from "../layout/live-market";
import { useLiveMarket } from "../layout/use-live-market";
import { Figure } from "../ui/figure";
import { Provenance } from "../ui/provenance";
import { useFigures } from "../ui/units-provider";
import { breakEvenUsdPerKwh } from "./break-even";

const TYPICAL_J_PER_TH = 17.5;

/** The answer of the page: what hashrate earns today, and what that means for a machine of today. */
export function HashpriceHero({ initial }: { initial: LiveMarket }) {
  const t = useTranslations("landing");
  const show = useFigures();
  const { market } = useLiveMarket(initial);
  const hashprice = market.hashprice_usd_per_ph_day;
  const price = show.usd(market.btc_price.value, { digits: 0 });
  const breakEven = show.powerPrice(breakEvenUsdPerKwh(hashprice.value, TYPICAL_J_PER_TH));
  const strong = (chunks: React.ReactNode) => <b className="font-medium whitespace-nowrap text-text">{chunks}</b>;
  return (
    <div className="grid content-start gap-3">
      <p className="text-xs text-subtle">{t("eyebrow")}</p>
      <h1 className="text-[2rem] leading-[1.1] tracking-[-0.02em] md:text-2xl lang-zh:leading-[1.3] lang-zh:tracking-normal">
        {t.rich("hero", {
          value: show.usd(hashprice.value).text,
          // Chinese has no spaces to break at: words that belong together are kept so.
          keep: (word) => <span className="inline-block">{word}</span>,
          figure: () => <Figure {...show.usd(hashprice.value)} tone="hero" />,
        })}
      </h1>
      <Provenance source={hashprice.source} state={hashprice.state} asOf={hashprice.as_of} />
      <p className="max-w-[60ch] text-base text-muted">
        {t.rich("why", {
          price: price.text,
          efficiency: show.efficiency(TYPICAL_J_PER_TH).text,
          breakEven: `${breakEven.text}\u00a0${breakEven.unit ?? ""}`,
          b: strong,
        })}
      </p>
    </div>
  );
}
