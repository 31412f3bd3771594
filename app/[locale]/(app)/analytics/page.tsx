import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MarketCharts } from "@/components/analytics/market/market-charts";
import { MarketControls } from "@/components/analytics/market/market-controls";
import { NoMarket, PartlyKnown } from "@/components/analytics/market/no-market";
import { ClientMessages } from "@/components/layout/client-messages";
import type { AddressQuery } from "@/lib/admin/core/address-query";
import { ifAllowed } from "../../(admin)/admin/allowed";
import { marketViewOf } from "./market-address";
import { readMarket } from "./read-market";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators");
  return { title: t("title") };
}

/** The market by its indicators: hashprice, price and difficulty of a stretch of days. */
export default async function MarketPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const view = marketViewOf(await searchParams);
  const found = await ifAllowed(readMarket(view, locale));
  if (found === null) return null;
  const { data, stretch } = found;
  if (data.known === null) return <NoMarket known={null} />;
  return (
    <ClientMessages namespaces={["indicators"]}>
      <div className="grid grid-cols-1 gap-6">
        <MarketControls view={view} known={data.known} />
        <PartlyKnown view={view} known={data.known} />
        {stretch ? <MarketCharts view={view} {...stretch} /> : <NoMarket known={data.known} />}
      </div>
    </ClientMessages>
  );
}
