"use client";

import { useLocale, useTranslations } from "next-intl";
import { dateText } from "@/lib/i18n/time-format";
import type { KeyItem } from "@/lib/identity/core/api-keys/schemas";
import { StateMark } from "../../admin/state-mark";
import { Button } from "../../ui/button";
import { Figure } from "../../ui/figure";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";

type Props = {
  keys: readonly KeyItem[];
  /** Null for who may only look. */
  doing: { rotate: (key: KeyItem) => void; revoke: (key: KeyItem) => void } | null;
};

const TONES = { live: "good", ending: "low", suspended: "low", expired: "off", revoked: "bad" } as const;

/** Every key: what it is for, whether it works, until when, and whether anybody uses it. */
export function KeyTable({ keys, doing }: Props) {
  const t = useTranslations("account.keys");
  const locale = useLocale();
  const show = useFigures();
  const day = (iso: string | null) => (iso ? dateText(locale, iso) : "");
  const columns: Column<KeyItem>[] = [
    {
      key: "name",
      header: t("name"),
      cell: (key) => (
        <span className="grid py-1">
          <span className="wrap-anywhere text-text">{key.name}</span>
          <span className="font-mono text-xs wrap-anywhere">{key.prefix}</span>
        </span>
      ),
    },
    {
      key: "status",
      header: t("status"),
      cell: ({ status, expires_at, revoked_at }) => (
        <StateMark tone={TONES[status]}>
          {t(`statuses.${status}`, { date: day(status === "revoked" ? revoked_at : expires_at) })}
        </StateMark>
      ),
    },
    { key: "scopes", header: t("scopes"), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
    {
      key: "from",
      header: t("from"),
      cell: ({ allow_list }) => <span className="wrap-anywhere">{allow_list.join(", ") || t("anywhere")}</span>,
    },
    { key: "until", header: t("until"), cell: ({ expires_at }) => day(expires_at) || "–" },
    {
      key: "used",
      header: t("used"),
      cell: ({ last_used_at }) => (last_used_at ? <RelativeTime iso={last_used_at} /> : "–"),
    },
    {
      key: "calls",
      header: t("calls"),
      numeric: true,
      cell: ({ calls_30_days }) => <Figure {...show.number(calls_30_days)} />,
    },
    ...(doing
      ? [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions")}</span>,
            actions: true,
            cell: (key: KeyItem) => {
              if (key.status === "expired" || key.status === "revoked") return null;
              return (
                <span className="flex gap-1">
                  {key.status === "live" && (
                    <Button variant="quiet" onClick={() => doing.rotate(key)}>
                      {t("rotate")}
                    </Button>
                  )}
                  <Button variant="quiet" onClick={() => doing.revoke(key)}>
                    {t("revoke")}
                  </Button>
                </span>
              );
            },
          },
        ]
      : []),
  ];
  return <Table caption={t("title")} columns={columns} rows={keys} rowKey={({ id }) => id} />;
}

/** By module, in words. */
function Scopes({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations("account");
  const words = scopes.map((scope) => {
    if (scope === "ops:plan") return t("keys.plan");
    const [module, verb] = scope.split(":");
    const name = `modules.${module}.name` as "modules.hosting.name";
    return t.has(name) ? `${t(name)}: ${t(verb === "write" ? "keys.write" : "keys.read")}` : scope;
  });
  return <span title={scopes.join(" ")}>{words.join(", ")}</span>;
}
