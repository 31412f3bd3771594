"use client";

import { useTranslations } from "next-intl";
import type { Module } from "@/lib/kernel/permission";
import { Select } from "../../ui/select";
import { useField } from "../form/use-field";

/** What may be given of one module. */
export type ModuleScopes = { module: Module; mayWrite: boolean };

/** What whoever makes the key may give. */
export type GivenScopes = { modules: readonly ModuleScopes[]; mayPlan: boolean };

/** One choice a module: nothing, to read, or to write, which reads too; and whether it plans operations. */
export function ScopeFields({ modules, mayPlan }: GivenScopes) {
  const t = useTranslations("account");
  const { id, error } = useField("scopes");
  return (
    <fieldset
      className="grid gap-1.5"
      aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
    >
      <legend className="mb-1.5 text-xs text-muted">{t("keys.scopes")}</legend>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-down">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} className="text-xs text-subtle">
        {t("keys.scopesHint")}
      </p>
      <ul className="grid border-t border-line-strong">
        {modules.map(({ module, mayWrite }) => (
          <ScopeRow
            key={module}
            id={`${id}-${module}`}
            name={`scope.${module}`}
            label={t(`modules.${module}.name`)}
            text={t(`modules.${module}.text`)}
            options={[
              { value: `${module}:read`, label: t("keys.read") },
              ...(mayWrite ? [{ value: `${module}:write`, label: t("keys.write") }] : []),
            ]}
          />
        ))}
        {mayPlan && (
          <ScopeRow
            id={`${id}-plan`}
            name="scope.plan"
            label={t("keys.plan")}
            text={t("keys.planText")}
            options={[{ value: "ops:plan", label: t("keys.planMay") }]}
          />
        )}
      </ul>
    </fieldset>
  );
}

type Row = { id: string; name: string; label: string; text: string; options: { value: string; label: string }[] };

function ScopeRow({ id, name, label, text, options }: Row) {
  const t = useTranslations("account.keys");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-3 border-b border-line-strong py-1.5">
      <label htmlFor={id} className="grid">
        <span>{label}</span>
        <span className="text-xs text-subtle">{text}</span>
      </label>
      <Select id={id} name={name} defaultValue="" options={[{ value: "", label: t("none") }, ...options]} />
    </li>
  );
}
