"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { useField } from "./use-field";

type Props = Omit<ComponentProps<typeof Input>, "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
};

/** One line of text of a form, with its own help and its own error. */
export function TextField({ name, label, hint, aside, defaultValue, ...rest }: Props) {
  const { id, error, start } = useField(name, defaultValue === undefined ? undefined : String(defaultValue));
  return (
    <Field id={id} label={label} hint={hint} aside={aside} error={error}>
      {(aria) => <Input {...rest} {...aria} name={name} defaultValue={start} />}
    </Field>
  );
}
