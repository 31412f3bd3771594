"use client";

import { useLocale, useTranslations } from "next-intl";
import { absoluteTime } from "@/lib/i18n/time-format";
import type { ModelChange } from "@/lib/machines/core/administration/schemas";

/** Who changed what, the last first. */
export function ModelHistory({ items }: { items: readonly ModelChange[] }) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const who = ({ kind, name }: ModelChange["by"]) => name ?? t(`history.${kind}`);
  const value = (field: ModelChange["fields"][number]["field"], raw: string | number | null) => {
    if (raw === null) return "–";
    if (field === "cooling") return t(`cooling.${raw as "air"}`);
    if (field === "status") return t(raw === "shipped" ? "form.statusShipped" : "form.statusAnnounced");
    return String(raw);
  };
  if (items.length === 0) return <p className="border-t border-line py-4 text-muted">{t("model.historyEmpty")}</p>;
  return (
    <ol className="border-t border-line">
      {items.map((item) => (
        <li key={`${item.at} ${item.kind}`} className="grid gap-1 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
          <time dateTime={item.at} className="text-xs text-subtle sm:pt-0.5">
            {absoluteTime(locale, item.at)}
          </time>
          <div className="grid gap-1">
            <p>
              {t(`history.${item.kind}`)} <span className="text-muted">{t("history.by", { name: who(item.by) })}</span>
            </p>
            {item.fields.map(({ field, before, after }) => (
              <p key={field} className="text-muted wrap-anywhere">
                {t("history.change", {
                  field: t(`fields.${field}`),
                  before: value(field, before),
                  after: value(field, after),
                })}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
