import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { figures } from "@/lib/i18n/figures";
import type { Plans } from "@/lib/identity/core/members/company-schemas";
import { type Column, Table } from "../ui/table";

type Plan = z.output<typeof Plans>["items"][number];

/** What can be subscribed to. */
export function PlanTable({ plans }: { plans: readonly Plan[] }) {
  const t = useTranslations("pricing.table");
  const show = figures(useLocale());
  const columns: Column<Plan>[] = [
    { key: "name", header: t("name"), cell: (plan) => <span className="text-text">{plan.name}</span> },
    { key: "price", header: t("price"), numeric: true, cell: (plan) => show.usd(plan.price_monthly).text },
    {
      key: "machines",
      header: t("machines"),
      numeric: true,
      cell: (plan) => (plan.max_miners === null ? t("noLimit") : show.number(plan.max_miners).text),
    },
  ];
  return (
    <Table
      narrow="scroll"
      className="max-w-xl"
      caption={t("caption")}
      columns={columns}
      rows={plans}
      rowKey={(plan) => plan.plan_type}
    />
  );
}
