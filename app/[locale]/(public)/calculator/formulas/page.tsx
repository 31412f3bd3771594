import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Formulas } from "@/components/calculator/formulas/formulas";
import { workedExample } from "@/components/calculator/formulas/worked-example";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { isoDate } from "@/lib/kernel/calendar";
import { pickerModels } from "@/lib/machines/use-cases/picker-models";
import { load } from "@/lib/transport/load";
import { pageMarket } from "../../../market";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("formulas");
  return { title: t("title"), description: t("description") };
}

/** Every formula with today's figures put in, by the functions that the calculator itself runs on. */
export default async function FormulasPage() {
  const locale = await getLocale();
  const [market, machines] = await Promise.all([pageMarket(locale), load(pickerModels, {}, locale)]);
  return <Formulas example={workedExample(machineOfDraft(machines, {}), market, isoDate(Date.now()))} />;
}
