import { useLocale, useTranslations } from "next-intl";
import { figures } from "@/lib/i18n/figures";
import type { UsageReport } from "@/lib/identity/core/api-keys/schemas";
import { Figure } from "../../ui/figure";
import { Section } from "../../ui/section";
import { Table } from "../../ui/table";
import { UsageBars } from "./usage-bars";

/** Calls a day as bars, then who called and what. */
export function Usage({ usage }: { usage: UsageReport }) {
  const t = useTranslations("account.keys");
  const locale = useLocale();
  const show = figures(locale);
  const calls = (value: number) => <Figure {...show.number(value)} />;
  return (
    <Section title={t("usage")} id="usage" note={t("usageNote")} className="mt-5">
      {usage.calls === 0 ? (
        <p className="border-t border-line py-4 text-muted">{t("usageNone")}</p>
      ) : (
        <div className="grid gap-6">
          <UsageBars days={usage.days} total={usage.calls} />
          <div className="grid gap-6 lg:grid-cols-2 lg:gap-10">
            <Table
              caption={t("byKey")}
              rows={usage.keys}
              rowKey={({ key_id, user_id }) => key_id ?? user_id}
              columns={[
                { key: "name", header: t("byKey"), cell: ({ name }) => <span className="text-text">{name}</span> },
                { key: "calls", header: t("calls"), numeric: true, cell: (row) => calls(row.calls) },
              ]}
            />
            <Table
              caption={t("byEndpoint")}
              rows={usage.endpoints}
              rowKey={({ endpoint }) => endpoint}
              columns={[
                {
                  key: "endpoint",
                  header: t("endpoint"),
                  cell: ({ endpoint }) => <span className="font-mono text-xs wrap-anywhere text-text">{endpoint}</span>,
                },
                { key: "calls", header: t("calls"), numeric: true, cell: (row) => calls(row.calls) },
              ]}
            />
          </div>
        </div>
      )}
    </Section>
  );
}
