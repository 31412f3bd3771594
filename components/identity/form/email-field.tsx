"use client";

import type { ComponentProps } from "react";
import { TextField } from "./text-field";

/** `type=email` would change what is typed (punycode); the keyboard is what matters. */
export function EmailField(props: ComponentProps<typeof TextField>) {
  return (
    <TextField
      inputMode="email"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      autoComplete="username"
      {...props}
    />
  );
}
