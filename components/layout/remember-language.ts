"use client";

import { languageCookie } from "@/lib/i18n/language-cookie";
import type { Locale } from "@/lib/kernel/context";

/** Keeps a choice of language for the next visit. The server does it only where a whole document is asked for. */
export function rememberLanguage(locale: Locale): void {
  const { name, maxAge, sameSite } = languageCookie;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${name}=${locale}; path=/; max-age=${maxAge}; samesite=${sameSite}`;
}
