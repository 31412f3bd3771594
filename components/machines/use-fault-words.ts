"use client";

import { useTranslations } from "next-intl";
import type { FieldError } from "@/lib/kernel/errors";

type Words = ReturnType<typeof useTranslations<"catalogue">>;
type Key = Parameters<Words>[0];

/** What is wrong with a field or a cell, in the reader's language: by its name and code, then by the code alone. */
export function useFaultWords() {
  const t = useTranslations("catalogue");
  const first = (...keys: string[]): string | undefined => {
    const key = keys.find((known) => t.has(known as Key));
    return key === undefined ? undefined : t(key as Key);
  };
  return {
    ofField: ({ path, code }: Pick<FieldError, "path" | "code">): string =>
      first(`errors.${path}.${code}`, `errors.${code}`) ?? t("errors.invalid"),
    /** For a refusal as a whole; undefined where this part of the product has no words of its own for it. */
    ofCode: (code: string): string | undefined => first(`refusals.${code}`),
  };
}
