import { useLocale, useTranslations } from "next-intl";
import { figures } from "@/lib/i18n/figures";
import type { ObjectiveItem } from "@/lib/intelligence/schemas";
import { type Column, Table } from "../../ui/table";
import { StateMark, type Tone } from "../state-mark";

const TONES: Record<ObjectiveItem["state"], Tone> = {
  kept: "good",
  burns_slowly: "low",
  burns_fast: "bad",
  missed: "bad",
  no_data: "off",
};

/** What the product promises of itself: the promise, how it was kept, what is left of the budget, how fast that goes. */
export function ObjectiveTable({ objectives }: { objectives: readonly ObjectiveItem[] }) {
  const t = useTranslations("admin.system.slo");
  const show = figures(useLocale());
  const share = (value: number | null, digits: readonly [number, number] = [0, 2]) =>
    show.percent(value === null ? null : value * 100, { digits }).text;
  const rate = (item: ObjectiveItem, window: string) =>
    show.number(item.windows.find((one) => one.window === window)?.burn_rate, { digits: [0, 1] }).text;
  const columns: Column<ObjectiveItem>[] = [
    {
      key: "name",
      header: t("objective"),
      cell: (item) => (
        <span className="grid py-1">
          <span className="text-text">{t(`names.${item.name}`)}</span>
          <span className="text-xs text-subtle">
            {item.within_ms === null
              ? t("target", { target: share(item.target) })
              : t("targetWithin", { target: share(item.target), ms: item.within_ms })}
          </span>
        </span>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: (item) => <StateMark tone={TONES[item.state]}>{t(`states.${item.state}`)}</StateMark>,
    },
    { key: "now", header: t("good"), unit: "%", numeric: true, cell: (item) => share(item.good_share, [0, 3]) },
    { key: "budget", header: t("budget"), unit: "%", numeric: true, cell: (item) => share(item.budget_left, [0, 1]) },
    ...(["5m", "1h", "6h", "3d"] as const).map((window) => ({
      key: window,
      header: t(`burn.${window}`),
      numeric: true,
      cell: (item: ObjectiveItem) => rate(item, window),
    })),
  ];
  return <Table caption={t("title")} columns={columns} rows={objectives} rowKey={(item) => item.name} />;
}
