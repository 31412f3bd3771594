import { cx } from "class-variance-authority";
import type { ComponentProps, CSSProperties } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "value" | "min" | "max"> & {
  value: number;
  min: number;
  max: number;
  /** The value as words, for a screen reader: "6.0 ¢ per kWh". */
  valueText?: string;
};

/** A slider beside a field, never instead of one: rough by hand, exact by keyboard. */
export function Range({ value, min, max, valueText, className, ...rest }: Props) {
  const filled = max > min ? Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)) : 0;
  return (
    <input
      {...rest}
      type="range"
      min={min}
      max={max}
      value={value}
      aria-valuetext={valueText}
      className={cx("range needs-script", className)}
      style={{ "--filled": `${filled}%` } as CSSProperties}
    />
  );
}
