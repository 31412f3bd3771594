"use client";

import { cx } from "class-variance-authority";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";
import { usePendingIndicator } from "./use-pending-indicator";

type Props = Omit<ComponentProps<"button">, "disabled"> &
  ButtonStyle & {
    /** The work is under way: the label gets "…", further presses do nothing, and the focus stays. */
    pending?: boolean;
    /** Why it can't be pressed now. Said to a reader and on hover; the button stays reachable. */
    disabledReason?: string | undefined;
  };

/** A button says what happens ("Save 12 machines"). It never loses its focus and never fires twice. */
export function Button({
  variant,
  size,
  className,
  pending = false,
  disabledReason,
  onClick,
  children,
  type,
  title,
  ...rest
}: Props) {
  const spinning = usePendingIndicator(pending);
  const blocked = pending || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type ?? "button"}
      title={disabledReason ?? title}
      aria-disabled={blocked || undefined}
      aria-busy={pending || undefined}
      className={cx(buttonStyle({ variant, size }), className)}
      onClick={press}
    >
      {spinning && <Spinner />}
      {children}
      {pending && "…"}
    </button>
  );
}
