import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Answers } from "@/components/landing/answers";
import { BreakEvenTable } from "@/components/landing/break-even-table";
import { HashpriceHero } from "@/components/landing/hashprice-hero";
import { NetworkFacts } from "@/components/landing/network-facts";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";
import { pageMarket } from "../market";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return { title: { absolute: `HashInsight · ${t("title")}` } };
}

/** One screen: what hashrate earns now, what that rests on, what the product answers, and the way to the calculator. */
export default async function Landing() {
  const locale = await getLocale();
  const [t, market] = await Promise.all([getTranslations("landing"), pageMarket(locale)]);
  return (
    <ClientMessages namespaces={["landing"]}>
      <div className="page grid gap-10 pt-8 pb-16 md:gap-12 md:pt-16">
        <div className="grid gap-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16">
          <div className="grid content-start gap-8">
            <HashpriceHero initial={market} />
            <div className="flex flex-wrap gap-3">
              <ButtonLink variant="primary" size="lg" href={paths.calculator(locale)}>
                {t("calculate")}
              </ButtonLink>
              <ButtonLink variant="secondary" size="lg" href={paths.formulas(locale)}>
                {t("formulas")}
              </ButtonLink>
            </div>
          </div>
          <BreakEvenTable initial={market} />
        </div>
        <NetworkFacts initial={market} />
        <Answers />
      </div>
    </ClientMessages>
  );
}
