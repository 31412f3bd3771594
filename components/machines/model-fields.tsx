"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { FieldError } from "@/lib/kernel/errors";
import { parseNumber } from "@/lib/kernel/parse-number";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { NumberInput } from "../ui/number-input";
import { Select } from "../ui/select";
import type { ModelDraft } from "./model-draft";
import { useFaultWords } from "./use-fault-words";

type Props = {
  draft: ModelDraft;
  change: (change: Partial<ModelDraft>) => void;
  errors: readonly FieldError[];
  /** Known makers, offered while typing. */
  manufacturers: readonly string[];
  /** Stands under the name: that the machine is there already. */
  note?: ReactNode;
};

type Name = keyof ModelDraft;

/** What is entered of a machine. */
export function ModelFields({ draft, change, errors, manufacturers, note }: Props) {
  const t = useTranslations("catalogue");
  const words = useFaultWords();
  const id = useId();
  const errorOf = (name: Name) => {
    const error = errors.find(({ path }) => path === name);
    return error && words.ofField(error);
  };
  const step = (name: Name, size: number) => (steps: number) =>
    change({ [name]: String(Number(((parseNumber(draft[name]) ?? 0) + steps * size).toPrecision(12))) });
  const field = (name: Name, hint?: string) => ({
    id: `${id}-${name}`,
    label: t(`fields.${name}`),
    error: errorOf(name),
    ...(hint ? { hint } : {}),
  });
  const number = (name: Name, size: number) => ({
    name,
    value: draft[name],
    onValueChange: (text: string) => change({ [name]: text }),
    onStep: step(name, size),
  });
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      <div className="grid gap-3 sm:col-span-2">
        <Field {...field("model_name", t("form.modelHint"))}>
          {(aria) => (
            <Input
              {...aria}
              name="model_name"
              value={draft.model_name}
              onChange={(event) => change({ model_name: event.target.value })}
              spellCheck={false}
              maxLength={120}
            />
          )}
        </Field>
        {note}
      </div>
      <Field {...field("manufacturer")}>
        {(aria) => (
          <Input
            {...aria}
            name="manufacturer"
            list={`${id}-makers`}
            value={draft.manufacturer}
            onChange={(event) => change({ manufacturer: event.target.value })}
            spellCheck={false}
            maxLength={100}
          />
        )}
      </Field>
      <datalist id={`${id}-makers`}>
        {manufacturers.map((maker) => (
          <option key={maker} value={maker} />
        ))}
      </datalist>
      <Field {...field("release_year")}>
        {(aria) => <NumberInput {...aria} {...number("release_year", 1)} inputMode="numeric" maxLength={8} />}
      </Field>
      <Field {...field("hashrate_th")}>
        {(aria) => <NumberInput {...aria} {...number("hashrate_th", 1)} unit="TH/s" maxLength={20} />}
      </Field>
      <Field {...field("power_w", t("form.powerHint"))}>
        {(aria) => <NumberInput {...aria} {...number("power_w", 10)} unit="W" maxLength={20} />}
      </Field>
      <Field {...field("cooling")}>
        {(aria) => (
          <Select
            {...aria}
            name="cooling"
            value={draft.cooling}
            onChange={(event) => change({ cooling: event.target.value })}
            options={(["air", "hydro", "immersion"] as const).map((value) => ({ value, label: t(`cooling.${value}`) }))}
          />
        )}
      </Field>
      <Field {...field("status")}>
        {(aria) => (
          <Select
            {...aria}
            name="status"
            value={draft.status}
            onChange={(event) => change({ status: event.target.value })}
            options={[
              { value: "shipped", label: t("form.statusShipped") },
              { value: "announced", label: t("form.statusAnnounced") },
            ]}
          />
        )}
      </Field>
    </div>
  );
}
