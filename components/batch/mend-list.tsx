"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FleetComputed } from "@/lib/calculator/schemas";
import type { FleetMapping } from "@/lib/machines/core/fleet/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import type { Upload } from "./batch-list";
import { BatchRefusal } from "./batch-refusal";
import { ColumnPreview } from "./column-preview";
import { NameChoices } from "./name-choices";
import { OddPrices } from "./odd-prices";
import { PriceField, useTypedPrice } from "./price-field";
import { useReadAgain } from "./use-read-again";

type Props = { upload: Upload; computed: FleetComputed; models: readonly PickerModel[] };

/** Puts a list right: names that the catalogue doesn't know, what its columns hold, and the price where it has none. */
export function MendList({ upload, computed, models }: Props) {
  const t = useTranslations("batch.mend");
  const fields = useTranslations("batch.fields");
  const { again, pending, refused } = useReadAgain(upload);
  const [names, setNames] = useState<Record<string, string>>({});
  const [mapping, setMapping] = useState<FleetMapping>();
  const [headingRow, setHeadingRow] = useState<number | null>();
  const price = useTypedPrice(computed.defaults.electricity_cost ?? null);
  const { unknown_names: unknown, missing, columns } = computed;
  const changes =
    Object.keys(names).length +
    [mapping, headingRow].filter((one) => one !== undefined).length +
    Number(price.isChanged);
  const { electricity_cost: _, ...others } = computed.defaults;
  const readNow = () =>
    void again({
      models: { ...upload.reading.models, ...names },
      ...(mapping ? { mapping } : {}),
      // Other headings make other columns: what was said of the old ones says nothing.
      ...(headingRow === undefined ? {} : { heading_row: headingRow, mapping: {} }),
      defaults: { ...others, ...(price.usd === null ? {} : { electricity_cost: price.usd }) },
    });
  return (
    <div className="grid grid-cols-1">
      {missing.length > 0 && (
        <div role="alert" className="mb-4 border-l-2 border-warn py-1 pl-3">
          <p>{t("missingTitle")}</p>
          <p className="text-muted">{t("missing", { fields: missing.map((field) => fields(field)).join(t("and")) })}</p>
        </div>
      )}
      {unknown.length > 0 && (
        <Disclosure title={t("names", { count: unknown.length })} note={t("namesNote")} open>
          <NameChoices
            unknown={unknown}
            models={models}
            chosen={names}
            onChoose={(name, id) =>
              setNames(({ [name]: _before, ...rest }) => (id === undefined ? rest : { ...rest, [name]: id }))
            }
          />
        </Disclosure>
      )}
      <Disclosure
        title={t("columns")}
        note={t("columnsNote", { found: columns.filter(({ field }) => field !== null).length, total: columns.length })}
        open={missing.length > 0}
      >
        <OddPrices computed={computed} />
        <ColumnPreview
          computed={computed}
          mapping={mapping}
          onMap={setMapping}
          headingRow={headingRow}
          onHeadingRow={setHeadingRow}
        />
      </Disclosure>
      <Disclosure title={t("price")} note={t("priceNote", { count: computed.rows_at_assumed_cost })}>
        <div className="max-w-sm">
          <PriceField price={price} label={t("priceLabel")} />
        </div>
      </Disclosure>
      <div className="border-t border-line" />
      {refused && (
        <div className="mt-3">
          <BatchRefusal refused={refused} />
        </div>
      )}
      {changes > 0 && (
        <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-t border-line bg-bg py-3 md:bottom-0">
          <Button pending={pending} disabledReason={price.isWrong ? t("priceLabel") : undefined} onClick={readNow}>
            {t("again", { count: changes })}
          </Button>
          <span className="text-xs text-subtle">{t("againNote")}</span>
        </div>
      )}
    </div>
  );
}
