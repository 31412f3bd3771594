"use client";

import { useEffect } from "react";
import { preinit } from "react-dom";

const LATER_MS = 1_000;

/** Adds the style sheet of the Chinese slices once the page has come to rest: it names a hundred files. */
export function ChineseSlices({ href }: { href: string }) {
  useEffect(() => {
    const timer = setTimeout(() => preinit(href, { as: "style" }), LATER_MS);
    return () => clearTimeout(timer);
  }, [href]);
  return null;
}
