import { hasLocale } from "next-intl";
import { routing } from "@/lib/i18n/routing";
import type { Locale } from "@/lib/kernel/context";
import { safeReturn } from "@/lib/kernel/safe-return";
import { paths } from "@/lib/paths";

/** The page's language, which its forms carry. */
export function localeOf(form: FormData): Locale {
  const asked = form.get("locale");
  return typeof asked === "string" && hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
}

/** Where somebody goes who has just signed in: back to what they asked for, if that is a page of ours. */
export const placeAfter = (form: FormData): string => safeReturn(form.get("next"), paths.overview(localeOf(form)));
