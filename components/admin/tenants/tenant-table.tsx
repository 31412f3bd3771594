"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import type { TenantItem } from "@/lib/identity/core/platform/schemas";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Menu } from "../../ui/menu";
import { type Column, Table } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";
import { StateMark } from "../state-mark";
import { CloseTenant } from "./close-tenant";
import { StartSupport } from "./start-support";
import type { TenantActions } from "./tenant-actions";

type Props = {
  items: readonly TenantItem[];
  /** Names of plans by their type. */
  plans: Readonly<Record<string, string>>;
  actions: TenantActions;
};

/** The companies of the installation: what they are, and nothing of their business. */
export function TenantTable({ items, plans, actions }: Props) {
  const t = useTranslations("admin.tenants");
  const locale = useLocale();
  const show = useFigures();
  const router = useRouter();
  const [open, setOpen] = useState<{ what: "support" | "close"; tenant: TenantItem }>();

  const columns: Column<TenantItem>[] = [
    {
      key: "name",
      header: t("company"),
      cell: (tenant) => (
        <span className="flex flex-wrap items-center gap-x-2 text-text">
          <span className="wrap-anywhere">{tenant.name}</span>
          {tenant.is_demo && <Chip>{t("demo")}</Chip>}
        </span>
      ),
    },
    { key: "plan", header: t("plan"), cell: (tenant) => plans[tenant.plan] ?? tenant.plan },
    { key: "state", header: t("state"), cell: (tenant) => <TenantState tenant={tenant} /> },
    {
      key: "created",
      header: t("created"),
      cell: (tenant) => <span className="whitespace-nowrap text-muted">{dateText(locale, tenant.created_at)}</span>,
    },
    { key: "members", header: t("members"), numeric: true, cell: (tenant) => show.number(tenant.members).text },
    {
      key: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      actions: true,
      cell: (tenant) => (
        <Menu
          trigger={
            <Button size="icon" variant="quiet" aria-label={t("actionsOf", { name: tenant.name })}>
              <Ellipsis aria-hidden="true" />
            </Button>
          }
          items={[
            {
              key: "support",
              label: t("support.open"),
              onSelect: () => setOpen({ what: "support", tenant }),
              ...(tenant.closed_at === null ? {} : { disabledReason: t("support.closed") }),
            },
            {
              key: "close",
              label: t(tenant.closed_at === null ? "close.open" : "reopen.open"),
              onSelect: () => setOpen({ what: "close", tenant }),
            },
          ]}
        />
      ),
    },
  ];

  return (
    <>
      <Table caption={t("title")} columns={columns} rows={items} rowKey={(tenant) => tenant.id} />
      {open?.what === "support" && (
        <StartSupport tenant={open.tenant} startSupport={actions.startSupport} onClose={() => setOpen(undefined)} />
      )}
      {open?.what === "close" && (
        <CloseTenant
          tenant={open.tenant}
          actions={actions}
          onDone={() => router.refresh()}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function TenantState({ tenant }: { tenant: TenantItem }) {
  const t = useTranslations("admin.tenants");
  const locale = useLocale();
  if (tenant.closed_at === null) return <StateMark tone="good">{t("states.open")}</StateMark>;
  return <StateMark tone="bad">{t("closedOn", { day: dateText(locale, tenant.closed_at) })}</StateMark>;
}
