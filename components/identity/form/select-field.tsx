"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "../../ui/field";
import { Select } from "../../ui/select";
import { useField } from "./use-field";

type Props = Omit<ComponentProps<typeof Select>, "name"> & { name: string; label: ReactNode; hint?: ReactNode };

/** A choice among few, as a part of a form. */
export function SelectField({ name, label, hint, defaultValue, ...rest }: Props) {
  const { id, error, start } = useField(name, defaultValue === undefined ? undefined : String(defaultValue));
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => <Select {...rest} {...aria} name={name} {...("value" in rest ? {} : { defaultValue: start })} />}
    </Field>
  );
}
