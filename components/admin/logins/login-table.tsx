import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { absoluteTime } from "@/lib/i18n/time-format";
import { LOGIN_OUTCOMES } from "@/lib/identity/core/members/login-outcomes";
import type { LoginItem as Item } from "@/lib/identity/core/members/login-schemas";
import { type Column, Table } from "../../ui/table";
import { Device } from "../device";
import { StateMark } from "../state-mark";

type LoginItem = z.output<typeof Item>;

const METHODS = ["password", "passkey", "wallet", "invitation"] as const;

/** When, who, what came of it, and from where. */
export function LoginTable({ items }: { items: readonly LoginItem[] }) {
  const t = useTranslations("admin.logins");
  const locale = useLocale();
  const columns: Column<LoginItem>[] = [
    {
      key: "address",
      header: t("address"),
      cell: (item) => <span className="wrap-anywhere text-text">{item.email || t("noAddress")}</span>,
    },
    {
      key: "time",
      header: t("time"),
      cell: (item) => (
        <time dateTime={item.login_time} className="whitespace-nowrap">
          {absoluteTime(locale, item.login_time)}
        </time>
      ),
    },
    { key: "outcome", header: t("outcome"), cell: (item) => <Outcome outcome={item.outcome} /> },
    { key: "method", header: t("method"), cell: (item) => <Method method={item.method} /> },
    { key: "device", header: t("device"), cell: (item) => <Device userAgent={item.user_agent} /> },
    {
      key: "ip",
      header: t("ip"),
      cell: (item) => <span className="wrap-anywhere text-muted">{item.ip_address}</span>,
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(item) => item.id} />;
}

/** Being asked for the second factor is a step on the way, and no failure. */
function Outcome({ outcome }: { outcome: string }) {
  const t = useTranslations("admin.logins.outcomes");
  const known = LOGIN_OUTCOMES.find((one) => one === outcome);
  if (known === "ok") return <StateMark tone="good">{t("ok")}</StateMark>;
  if (known === "second_factor_asked") return <StateMark tone="off">{t("second_factor_asked")}</StateMark>;
  return <StateMark tone={known === "locked" ? "low" : "bad"}>{known ? t(known) : outcome}</StateMark>;
}

function Method({ method }: { method: string }) {
  const t = useTranslations("admin.logins.methods");
  const known = METHODS.find((one) => one === method);
  return known ? t(known) : method;
}
