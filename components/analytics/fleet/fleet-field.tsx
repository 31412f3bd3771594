"use client";

import Plus from "lucide-react/icons/plus";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import type { FieldProblem } from "../../calculator/field-problem";
import { Button } from "../../ui/button";
import { Link } from "../../ui/link";
import { Segmented } from "../../ui/segmented";
import { type FleetDraft, type FleetRowDraft, isOwn, MOST_ROWS, newRow, SAMPLE_FLEET } from "./fleet-draft";
import { FleetRow } from "./fleet-row";

type Props = {
  fleet: FleetDraft;
  onChange: (fleet: FleetDraft) => void;
  models: readonly PickerModel[];
  /** How many machines the reader keeps. */
  ownMachines: number;
  problems: readonly FieldProblem[];
  /** What is asked of each row besides the model and how many. */
  ask?: { price?: boolean; since?: boolean };
};

/** Whose machines an analysis is about: one's own, or others, row by row. */
export function FleetField({ fleet, onChange, models, ownMachines, problems, ask = {} }: Props) {
  const t = useTranslations("analytics.fleet");
  const locale = useLocale();
  const name = useId();
  const own = isOwn(fleet, ownMachines);
  const { rows } = fleet;
  const setRows = (next: readonly FleetRowDraft[]) => onChange({ own: ownMachines > 0 ? false : null, rows: next });
  const change = (index: number, fields: Partial<FleetRowDraft>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...fields } : row)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-xs text-muted">{t("label")}</legend>
      {ownMachines > 0 && (
        <Segmented
          name={name}
          label={t("label")}
          options={[
            { value: "own", label: t("own", { count: ownMachines }) },
            { value: "typed", label: t("typed") },
          ]}
          value={own ? "own" : "typed"}
          onValueChange={(whose) => onChange({ own: whose === "own", rows })}
        />
      )}
      {own ? (
        <p className="text-xs text-subtle">{t("ownHint")}</p>
      ) : (
        <>
          {rows.map((row, index) => (
            <FleetRow
              // Rows have no name of their own, and a field must keep its place while its row is typed.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              row={row}
              number={index + 1}
              models={models}
              ask={ask}
              problemOf={(field) => problems.find(({ path }) => path === `machines.${index}.${field}`)}
              onChange={(fields) => change(index, fields)}
              onRemove={rows.length > 1 ? () => setRows(rows.filter((_, at) => at !== index)) : null}
            />
          ))}
          <div className="flex flex-wrap items-center gap-x-3">
            <Button
              variant="quiet"
              className="-ml-3"
              disabledReason={rows.length >= MOST_ROWS ? t("full", { count: MOST_ROWS }) : undefined}
              onClick={() => setRows([...rows, newRow(rows.at(-1)?.model ?? SAMPLE_FLEET[0]?.model ?? "")])}
            >
              <Plus aria-hidden="true" />
              {t("add")}
            </Button>
            {ownMachines === 0 && (
              <Link
                href={paths.portfolio(locale)}
                className="touch inline-flex items-center text-xs text-muted underline underline-offset-4 hover:text-text"
              >
                {t("keepOwn")}
              </Link>
            )}
          </div>
        </>
      )}
    </fieldset>
  );
}
