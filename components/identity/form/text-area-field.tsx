"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "../../ui/field";
import { Textarea } from "../../ui/textarea";
import { useField } from "./use-field";

type Props = Omit<ComponentProps<typeof Textarea>, "name"> & { name: string; label: ReactNode; hint?: ReactNode };

/** Several lines of a form. */
export function TextAreaField({ name, label, hint, defaultValue, ...rest }: Props) {
  const { id, error, start } = useField(name, defaultValue === undefined ? undefined : String(defaultValue));
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => <Textarea {...rest} {...aria} name={name} defaultValue={start} />}
    </Field>
  );
}
