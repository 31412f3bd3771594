import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { figures } from "@/lib/i18n/figures";
import type { Plans } from "@/lib/identity/core/members/company-schemas";
import { SettingRow } from "../settings-section";

type Plan = z.output<typeof Plans>["items"][number];

/** The plan by name, what it costs and how many machines it covers. */
export function PlanRow({ plan }: { plan: Plan }) {
  const t = useTranslations("company.plan");
  const show = figures(useLocale());
  const price =
    plan.price_monthly === 0 ? t("free") : t("price", { price: show.usd(plan.price_monthly, { digits: 0 }).text });
  const machines = plan.max_miners === null ? t("noLimit") : t("machines", { count: plan.max_miners });
  return <SettingRow label={plan.name} value={`${price}${t("separator")}${machines}`} />;
}
