import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanTable } from "@/components/pricing/plan-table";
import { ButtonLink } from "@/components/ui/button-link";
import { listPlans } from "@/lib/identity/use-cases/members/list-plans";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pricing");
  return { title: t("title"), description: t("description") };
}

/** What can be subscribed to: where a refusal for the plan leads. */
export default async function PricingPage() {
  const locale = await getLocale();
  const [t, plans] = await Promise.all([getTranslations("pricing"), load(listPlans, {}, locale)]);
  return (
    <div className="page grid justify-items-start gap-5 py-8 md:py-12">
      <h1 className="text-lg">{t("title")}</h1>
      <p className="max-w-[60ch] text-muted">{t("lead")}</p>
      <PlanTable plans={plans.items} />
      <p className="max-w-[60ch] text-muted">{t("change")}</p>
      <ButtonLink href={paths.calculator(locale)}>{t("calculator")}</ButtonLink>
    </div>
  );
}
