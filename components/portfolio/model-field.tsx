"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { PickerModel, UserMiner } from "@/lib/machines/schemas";
import { useField } from "../identity/form/use-field";
import { Field } from "../ui/field";
import { Picker } from "../ui/picker";
import { useFigures } from "../ui/units-provider";

type Props = { models: readonly PickerModel[]; machines?: UserMiner | undefined };

/** Which machine it is, by a part of its name. One that is offered no more stays where it stood. */
export function ModelField({ models, machines }: Props) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const { id, error, start } = useField("miner_model_id", machines?.miner_model_id);
  const [chosen, setChosen] = useState(start);
  const items = useMemo(() => {
    const offered = models
      .filter(({ retired }) => !retired)
      .map((model) => ({
        value: model.id,
        label: model.name,
        note: inlineFigure(show.efficiency(model.power_w / model.hashrate_th)),
      }));
    const isOffered = !machines || offered.some(({ value }) => value === machines.miner_model_id);
    return isOffered ? offered : [{ value: machines.miner_model_id, label: machines.miner_model }, ...offered];
  }, [models, machines, show]);
  return (
    <Field id={id} label={t("model")} error={error}>
      {(aria) => (
        <Picker
          {...aria}
          name="miner_model_id"
          items={items}
          value={chosen}
          onValueChange={setChosen}
          label={t("model")}
          searchPlaceholder={t("searchModel")}
          emptyText={t("noModel")}
          {...(chosen === "" ? { display: <span className="text-subtle">{t("chooseModel")}</span> } : {})}
        />
      )}
    </Field>
  );
}
