import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { Link } from "./link";

type Props = ComponentProps<typeof Link> & ButtonStyle;

/** A link that looks like a button. What leads to another page is always one of these, never a button. */
export function ButtonLink({ variant, size, className, ...rest }: Props) {
  return <Link {...rest} className={cx(buttonStyle({ variant, size }), className)} />;
}
