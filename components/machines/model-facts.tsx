"use client";

import { useTranslations } from "next-intl";
import type { CatalogueModel } from "@/lib/machines/core/administration/schemas";
import { Figure } from "../ui/figure";
import { Stat, Stats } from "../ui/stat";
import { useFigures } from "../ui/units-provider";
import { ModelBasis } from "./model-marks";

/** A machine that the reader may only look at. */
export function ModelFacts({ model }: { model: CatalogueModel }) {
  const t = useTranslations("catalogue");
  const show = useFigures();
  return (
    <Stats>
      <Stat label={t("fields.hashrate_th")} value={<Figure {...show.hashrate(model.hashrate_th)} />} />
      <Stat label={t("fields.power_w")} value={<Figure {...show.power(model.power_w)} />} />
      <Stat
        label={t("form.efficiency")}
        value={<Figure {...show.efficiency(model.efficiency, { digits: 2 })} tone="hero" />}
      />
      <Stat label={t("fields.manufacturer")} value={model.manufacturer} />
      <Stat label={t("fields.release_year")} value={model.release_year} />
      <Stat label={t("fields.cooling")} value={t(`cooling.${model.cooling}`)} />
      <Stat label={t("model.source")} value={<ModelBasis model={model} />} />
    </Stats>
  );
}
