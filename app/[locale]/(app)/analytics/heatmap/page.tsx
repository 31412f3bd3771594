import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Heatmap } from "@/components/analytics/heatmap/heatmap";
import { readHeatmap } from "@/components/analytics/heatmap/heatmap-draft";
import { ClientMessages } from "@/components/layout/client-messages";
import { pageMachines } from "../../../machines";
import { type Address, queryOf } from "../../../query-of";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("heatmap");
  return { title: t("title") };
}

/** Where a machine pays and where it doesn't. The address is the form; the answer comes over REST. */
export default async function HeatmapPage({ searchParams }: { searchParams: Promise<Address> }) {
  const locale = await getLocale();
  const [query, models] = await Promise.all([queryOf(searchParams), pageMachines(locale)]);
  return (
    <ClientMessages namespaces={["analytics", "heatmap", "calculator"]}>
      <Heatmap initial={readHeatmap(query)} models={models} />
    </ClientMessages>
  );
}
