"use client";

import Search from "lucide-react/icons/search";
import { type ComponentProps, use, useEffect, useId, useRef } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { AskAgain } from "./filter-form";

type Shared = { name: string; label: string; value: string; className?: string };

type Typed = Shared & { placeholder?: string };

/** What to look for; `/` leads here. */
export function SearchFilter({ className = "w-full sm:w-64", ...typed }: Typed) {
  return (
    <TypedFilter {...typed} className={className} type="search" data-search lead={<Search aria-hidden="true" />} />
  );
}

/** A word that the list must fit. */
export function TextFilter({ className = "w-full sm:w-48", ...typed }: Typed) {
  return <TypedFilter {...typed} className={className} />;
}

type OfInput = Pick<ComponentProps<typeof Input>, "type" | "lead"> & { "data-search"?: true };

/** Asks again while one types. Back and Forward show what the address says, but not under the reader's hands. */
function TypedFilter({ name, label, value, placeholder, className = "", ...input }: Typed & OfInput) {
  const ask = use(AskAgain);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <Field id={id} label={label} className={className}>
      {(aria) => (
        <Input
          {...aria}
          {...input}
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

/** Back and Forward change what the address says, and the field stays where the focus is. */
function useFieldOf<T extends HTMLInputElement | HTMLSelectElement>(value: string) {
  const field = useRef<T>(null);
  useEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  return field;
}

/** One of few; the first is all. */
export function ChoiceFilter({
  name,
  label,
  value,
  options,
  className,
}: Shared & { options: readonly { value: string; label: string }[] }) {
  const ask = use(AskAgain);
  const id = useId();
  const field = useFieldOf<HTMLSelectElement>(value);
  return (
    <Field id={id} label={label} className={className ?? "min-w-36 flex-1 sm:flex-none"}>
      {(aria) => (
        <Select {...aria} ref={field} name={name} defaultValue={value} options={options} onChange={() => ask("now")} />
      )}
    </Field>
  );
}

/** A day, UTC. */
export function DayFilter({ name, label, value, className }: Shared) {
  const ask = use(AskAgain);
  const id = useId();
  const field = useFieldOf<HTMLInputElement>(value);
  return (
    <Field id={id} label={label} className={className ?? "min-w-36 flex-1 sm:flex-none"}>
      {(aria) => (
        <Input
          {...aria}
          ref={field}
          type="date"
          name={name}
          defaultValue={value}
          onChange={(event) => {
            // A year on its way: 2, 20, 202, 2027.
            if (!event.target.value.startsWith("0")) ask("soon");
          }}
        />
      )}
    </Field>
  );
}
