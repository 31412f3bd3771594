"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import type { ImportPreview, ImportRow } from "@/lib/machines/core/import/schemas";
import { StateMark } from "../../admin/state-mark";
import { Button } from "../../ui/button";
import { Figure } from "../../ui/figure";
import { Section } from "../../ui/section";
import { Segmented } from "../../ui/segmented";
import { type Column, Table } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";
import { useImportWords } from "./use-import-words";

const SHOWN_AT_ONCE = 20;
const STATES = ["all", "ready", "known", "wrong"] as const;
type Shown = (typeof STATES)[number];

type Props = { preview: ImportPreview; tools: ReactNode };

/** Every row as it was read, or what is wrong with it. */
export function PreviewRows({ preview, tools }: Props) {
  const t = useTranslations("catalogue");
  const words = useImportWords();
  const show = useFigures();
  const { counts, rows } = preview;
  const [shown, setShown] = useState<Shown>(counts.wrong > 0 ? "wrong" : "all");
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const found = shown === "all" ? rows : rows.filter(({ state }) => state === shown);
  const visible = found.slice(0, most);
  const left = found.length - visible.length;

  const fact = (
    key: string,
    header: string,
    cell: (row: ImportRow) => ReactNode,
    numeric = true,
  ): Column<ImportRow> => ({
    key,
    header,
    numeric,
    cell: (row) => (row.facts ? cell(row) : "–"),
  });
  const columns: Column<ImportRow>[] = [
    {
      key: "machine",
      header: t("columns.machine"),
      cell: ({ row, label }) => (
        <span className="flex flex-wrap gap-x-3">
          <span className="text-subtle">
            {t("importer.row")} {row}
          </span>
          {label !== null && <span className="text-text wrap-anywhere">{label}</span>}
        </span>
      ),
    },
    {
      key: "result",
      header: t("importer.result"),
      cell: (row) => <Result row={row} known={words.known} problem={words.report.problem} />,
    },
    fact("hashrate", t("columns.hashrate"), ({ facts }) => <Figure {...show.hashrate(facts?.hashrate_th)} />),
    fact("power", t("columns.power"), ({ facts }) => <Figure {...show.power(facts?.power_w)} />),
    fact("efficiency", t("columns.efficiency"), ({ facts }) => (
      <Figure {...show.efficiency(facts ? facts.power_w / facts.hashrate_th : null, { digits: 2 })} />
    )),
    fact("year", t("columns.year"), ({ facts }) => facts?.release_year),
    fact("cooling", t("columns.cooling"), ({ facts }) => facts && t(`cooling.${facts.cooling}`), false),
  ];
  const count = { all: rows.length, ...counts };
  return (
    <Section id="import-rows" title={t("importer.rows")} note={preview.file_name} tools={tools}>
      <div className="grid gap-4">
        <Segmented
          name="import-rows-shown"
          label={t("importer.show")}
          value={shown}
          onValueChange={(next) => {
            setShown(next);
            setMost(SHOWN_AT_ONCE);
          }}
          options={STATES.map((state) => ({
            value: state,
            label: t(`importer.tabs.${state}`, { count: count[state] }),
          }))}
          className="max-w-160"
        />
        {visible.length === 0 ? (
          <p className="border-y border-line py-6 text-muted">{t("importer.none")}</p>
        ) : (
          <Table
            caption={t("importer.rows")}
            columns={shown === "wrong" ? columns.slice(0, 2) : columns}
            rows={visible}
            rowKey={({ row }) => String(row)}
          />
        )}
        {left > 0 && (
          <div>
            <Button onClick={() => setMost(most + 200)}>{t("importer.more", { count: Math.min(200, left) })}</Button>
          </div>
        )}
      </div>
    </Section>
  );
}

type ResultProps = {
  row: ImportRow;
  known: (row: ImportRow) => string;
  problem: (error: ImportRow["errors"][number]) => string;
};

function Result({ row, known, problem }: ResultProps) {
  const t = useTranslations("catalogue");
  if (row.state === "ready") return <StateMark tone="good">{t("importer.ready")}</StateMark>;
  if (row.state === "known") return <StateMark tone="off">{known(row)}</StateMark>;
  return (
    <span className="grid gap-1 py-1">
      {row.errors.map((error) => (
        <StateMark key={error.field} tone="bad">
          <span className="wrap-anywhere">
            {t("importer.errorOf", { field: t(`fields.${error.field}`), problem: problem(error) })}
            {error.text && <span className="ml-1 text-subtle">“{error.text}”</span>}
          </span>
        </StateMark>
      ))}
    </span>
  );
}
