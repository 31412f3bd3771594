import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** On or off, with its label as the target. */
export function Checkbox({ label, hint, ...rest }: Props) {
  return (
    <label className="touch flex cursor-pointer items-start gap-3 py-1.5">
      <input {...rest} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-gold md:size-4" />
      <span className="grid gap-0.5">
        <span>{label}</span>
        {hint && <span className="text-xs text-subtle">{hint}</span>}
      </span>
    </label>
  );
}
