"use client";

import { useTranslations } from "next-intl";
import type { Module } from "@/lib/kernel/permission";
import { Select } from "../../ui/select";
import { useField } from "../form/use-field";

/** What may be given of one module. */
export type ModuleScopes = { module: Module; mayWrite: boolean };

/** One choice a module: nothing, to read, or to write, which reads too. */
export function ScopeFields({ modules }: { modules: readonly ModuleScopes[] }) {
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
          <li
            key={module}
            className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-3 border-b border-line-strong py-1.5"
          >
            <label htmlFor={`${id}-${module}`} className="grid">
              <span>{t(`modules.${module}.name`)}</span>
              <span className="text-xs text-subtle">{t(`modules.${module}.text`)}</span>
            </label>
            <Select
              id={`${id}-${module}`}
              name={`scope.${module}`}
              defaultValue=""
              options={[
                { value: "", label: t("keys.none") },
                { value: `${module}:read`, label: t("keys.read") },
                ...(mayWrite ? [{ value: `${module}:write`, label: t("keys.write") }] : []),
              ]}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
