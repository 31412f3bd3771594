import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FIRST_DRAFT } from "@/lib/calculator/core/draft";
import { POOL_METHODS } from "@/lib/calculator/core/pool-methods";
import { useDraft } from "./draft-context";
import { DraftField } from "./draft-field";

const OPTIONS = POOL_METHODS.map((method) => ({ value: method, label: method }));

/** How the pool pays; PPS+ has a second fee. */
export function PoolMethodField() {
  const id = useId();
  const t = useTranslations("calculator");
  const { draft, change } = useDraft();
  const asked = draft.pool_method ?? FIRST_DRAFT.pool_method;
  const method = POOL_METHODS.find((known) => known === asked) ?? FIRST_DRAFT.pool_method;
  return (
    <>
      <Field id={id} label={t("inputs.pool_method")} hint={t(`help.pays.${method}`)}>
        {(aria) => (
          <Select
            {...aria}
            name="pool_method"
            options={OPTIONS}
            value={method}
            onChange={(event) => change({ pool_method: event.target.value })}
          />
        )}
      </Field>
      {method === "PPLNS" && (
        <DraftField
          name="pool_hashrate_ehs"
          label={t("fields.pool_hashrate_ehs")}
          unit="EH/s"
          step={10}
          hint={t("help.pool_hashrate_ehs")}
        />
      )}
      {method === "PPS+" && (
        <DraftField
          name="pool_fee2_pct"
          label={t("inputs.pool_fee2_pct")}
          unit="%"
          step={0.1}
          hint={t("help.pool_fee2_pct")}
        />
      )}
    </>
  );
}
