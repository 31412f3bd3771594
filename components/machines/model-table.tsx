"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { CatalogueModel } from "@/lib/machines/core/administration/schemas";
import { paths } from "@/lib/paths";
import { Figure } from "../ui/figure";
import { type Column, Table } from "../ui/table";
import { useFigures } from "../ui/units-provider";
import { ModelBasis, ModelMarks } from "./model-marks";

/** The catalogue, one bin a row; each leads to its own page. */
export function ModelTable({ items }: { items: readonly CatalogueModel[] }) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const show = useFigures();
  const columns: Column<CatalogueModel>[] = [
    {
      key: "machine",
      header: t("columns.machine"),
      cell: (model) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={paths.editMiner(locale, model.id)}
            className="touch inline-flex items-center text-text underline-offset-4 wrap-anywhere hover:underline"
          >
            {model.label}
          </Link>
          <ModelMarks model={model} />
        </span>
      ),
    },
    {
      key: "manufacturer",
      header: t("columns.manufacturer"),
      cell: (model) => <span className="text-muted wrap-anywhere">{model.manufacturer}</span>,
    },
    {
      key: "hashrate",
      header: t("columns.hashrate"),
      numeric: true,
      cell: (model) => <Figure {...show.hashrate(model.hashrate_th)} />,
    },
    {
      key: "power",
      header: t("columns.power"),
      numeric: true,
      cell: (model) => <Figure {...show.power(model.power_w)} />,
    },
    {
      key: "efficiency",
      header: t("columns.efficiency"),
      numeric: true,
      cell: (model) => <Figure {...show.efficiency(model.efficiency, { digits: 2 })} />,
    },
    { key: "cooling", header: t("columns.cooling"), cell: (model) => t(`cooling.${model.cooling}`) },
    { key: "year", header: t("columns.year"), numeric: true, cell: (model) => model.release_year },
    {
      key: "basis",
      header: t("columns.basis"),
      cell: (model) => (
        <span className="text-muted">
          <ModelBasis model={model} />
        </span>
      ),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(model) => model.id} />;
}
