import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Calculator } from "@/components/calculator/calculator";
import { ClientMessages } from "@/components/layout/client-messages";
import { readLink } from "@/lib/calculator/core/link";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { isoDate } from "@/lib/kernel/calendar";
import { pickerModels } from "@/lib/machines/use-cases/picker-models";
import { load } from "@/lib/transport/load";
import { pageMarket } from "../../market";
import { linkRequest } from "./link-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calculator.meta");
  return { title: t("title"), description: t("description") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Public and complete without a script: the address is the input, the answer is in the page. */
export default async function CalculatorPage({ searchParams }: Props) {
  const locale = await getLocale();
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
  const link = readLink(query);
  const [market, machines] = await Promise.all([pageMarket(locale), load(pickerModels, {}, locale)]);
  const request =
    linkRequest(link, machines, market) ?? linkRequest({ scenarios: [{}], pinned: null }, machines, market);
  if (!request) throw new Error("The calculator's first inputs are not valid.");
  const initial = await load(calculateProfitability, request, locale);
  return (
    <ClientMessages namespaces={["calculator"]}>
      <Calculator link={link} machines={machines} market={market} today={isoDate(Date.now())} initial={initial} />
    </ClientMessages>
  );
}
