"use client";

import type { ComponentProps, KeyboardEvent } from "react";
import { Input } from "./input";

type Props = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type" | "step"> & {
  /** What the reader typed, untouched: `1,2` stays `1,2`. Whoever holds it reads the number out of it. */
  value: string;
  onValueChange: (text: string) => void;
  /** Up and down: one step, with Shift ten. */
  onStep?: (steps: 1 | -1 | 10 | -10) => void;
};

/** A number as text: no surprises from the wheel, and nothing that people type is thrown away. */
export function NumberInput({ value, onValueChange, onStep, onKeyDown, ...rest }: Props) {
  const stepBy = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (!onStep || event.defaultPrevented || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    if (event.key === "ArrowUp") onStep(event.shiftKey ? 10 : 1);
    else onStep(event.shiftKey ? -10 : -1);
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
