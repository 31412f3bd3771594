"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { UnknownName } from "@/lib/machines/core/fleet/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { Button } from "../ui/button";
import { Picker, type PickerItem } from "../ui/picker";
import { useFigures } from "../ui/units-provider";

const SHOWN_AT_ONCE = 20;
const NONE = "";

type Props = {
  unknown: readonly UnknownName[];
  models: readonly PickerModel[];
  /** A model's id by the name that the list has. */
  chosen: Readonly<Record<string, string>>;
  onChoose: (name: string, id: string | undefined) => void;
};

/** Names that the catalogue doesn't know, each with what it may mean. Nothing is taken for a machine until it is chosen. */
export function NameChoices({ unknown, models, chosen, onChoose }: Props) {
  const t = useTranslations("batch.mend");
  const show = useFigures();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const offered = useMemo(
    () =>
      models
        .filter(({ retired }) => !retired)
        .map(
          (model): PickerItem => ({
            value: model.id,
            label: model.name,
            note: inlineFigure(show.efficiency(model.power_w / model.hashrate_th)),
          }),
        ),
    [models, show],
  );
  const left = unknown.length - most;
  return (
    <>
      <p className="max-w-[70ch] text-muted">{t("namesText")}</p>
      <ul className="grid border-t border-line">
        {unknown.slice(0, most).map((one) => (
          <li
            key={one.name}
            className="grid grid-cols-1 gap-2 border-b border-line py-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
          >
            <NameChoice
              one={one}
              offered={offered}
              chosen={chosen[one.name]}
              onChoose={(id) => onChoose(one.name, id)}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div>
          <Button onClick={() => setMost(most + 100)}>{t("moreNames", { count: Math.min(100, left) })}</Button>
        </div>
      )}
    </>
  );
}

type ChoiceProps = {
  one: UnknownName;
  offered: readonly PickerItem[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
};

function NameChoice({ one: { name, rows, first_row, candidates }, offered, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations("batch.mend");
  const show = useFigures();
  const id = useId();
  const isOther = chosen !== undefined && !candidates.some((candidate) => candidate.id === chosen);
  const items = [{ value: NONE, label: t("undecided") }, ...offered];
  return (
    <>
      <span className="grid content-center">
        <span id={id} className="wrap-anywhere text-text">
          {t("quoted", { name })}
        </span>
        <span className="text-xs text-subtle">{t("where", { count: rows, row: first_row })}</span>
      </span>
      <fieldset aria-labelledby={id} className="flex min-w-0 flex-wrap items-center gap-2">
        {candidates.map((candidate) => (
          <Button
            key={candidate.id}
            aria-pressed={candidate.id === chosen}
            onClick={() => onChoose(candidate.id === chosen ? undefined : candidate.id)}
            className="aria-pressed:border-gold aria-pressed:bg-raised"
          >
            {candidate.label}
            <span className="text-xs text-muted">{inlineFigure(show.hashrate(candidate.hashrate_th))}</span>
          </Button>
        ))}
        <div className="w-64 max-w-full">
          <label htmlFor={`${id}-other`} className="sr-only">
            {t("otherFor", { name })}
          </label>
          <Picker
            id={`${id}-other`}
            items={items}
            value={isOther ? chosen : NONE}
            onValueChange={(value) => onChoose(value === NONE ? undefined : value)}
            label={t("otherFor", { name })}
            searchPlaceholder={t("search")}
            emptyText={t("noModel")}
            {...(isOther ? {} : { display: <span className="text-subtle">{t("other")}</span> })}
          />
        </div>
      </fieldset>
    </>
  );
}
