"use client";

import type { ComponentProps, KeyboardEvent } from "react";
import { parseNumber } from "@/lib/i18n/parse-number";
import { Input } from "./input";

type Props = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type" | "step"> & {
  /** What the reader typed, untouched: `1,2` stays `1,2` until it is left. */
  value: string;
  onValueChange: (text: string) => void;
  /** What an arrow key adds; Shift times ten. */
  step?: number;
  min?: number;
  max?: number;
};

/** A number as text: no surprises from the wheel, thousands separators and full-width digits are understood. */
export function NumberInput({ value, onValueChange, step = 1, min, max, onKeyDown, ...rest }: Props) {
  const stepBy = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction === 0 || event.defaultPrevented) return;
    event.preventDefault();
    const next = (parseNumber(value) ?? 0) + direction * step * (event.shiftKey ? 10 : 1);
    const clamped = Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, next));
    onValueChange(String(Number(clamped.toPrecision(12))));
  };
  return (
    <Input
      {...rest}
      type="text"
      inputMode="decimal"
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={stepBy}
    />
  );
}
