"use client";

import { use, useEffect, useId, useRef } from "react";
import { AskAgain } from "../admin/filter-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Props = { name: string; label: string; value: string; placeholder?: string; className?: string };

/** A word that the list must fit. Back and Forward show what the address says. */
export function TextFilter({ name, label, value, placeholder, className }: Props) {
  const ask = use(AskAgain);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <Field id={id} label={label} className={className ?? "w-full sm:w-48"}>
      {(aria) => (
        <Input
          {...aria}
          ref={field}
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          maxLength={100}
          onChange={() => ask("soon")}
        />
      )}
    </Field>
  );
}
