import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Heatmap } from "@/components/analytics/heatmap/heatmap";
import { ClientMessages } from "@/components/layout/client-messages";
import { pageMachines } from "../../../machines";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("heatmap");
  return { title: t("title") };
}

/** Where a machine pays and where it doesn't. The address is the form; the answer comes over REST. */
export default async function HeatmapPage() {
  const models = await pageMachines(await getLocale());
  return (
    <ClientMessages namespaces={["analytics", "heatmap", "calculator"]}>
      <Heatmap models={models} />
    </ClientMessages>
  );
}
