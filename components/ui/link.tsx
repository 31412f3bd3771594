"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

type Props = Omit<ComponentProps<typeof NextLink>, "prefetch"> & {
  /** False: not even then, for an address that does something when it is asked for. */
  prefetch?: false;
};

/**
 * A link to another page, which is fetched ahead when somebody points at it, not when it comes into sight: a page with
 * its menu has some thirty links, and each would cost the server two answers that hardly anybody reads.
 */
export function Link({ prefetch, onMouseEnter, onFocus, onTouchStart, ...rest }: Props) {
  const [isMeant, setMeant] = useState(false);
  const meant =
    <E,>(also: ((event: E) => void) | undefined) =>
    (event: E) => {
      setMeant(true);
      also?.(event);
    };
  return (
    <NextLink
      {...rest}
      prefetch={isMeant && prefetch !== false ? null : false}
      onMouseEnter={meant(onMouseEnter)}
      onFocus={meant(onFocus)}
      onTouchStart={meant(onTouchStart)}
    />
  );
}
