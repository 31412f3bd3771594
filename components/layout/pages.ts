import type { Locale } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";

/** Every page that exists for a visitor, once: menus, palette, shortcut sheet and footer read this list. */
export const pages = [
  { key: "home", href: (locale: Locale) => paths.home(locale), jump: "h", inNav: false },
  { key: "calculator", href: (locale: Locale) => paths.calculator(locale), jump: "c", inNav: true },
  { key: "formulas", href: (locale: Locale) => paths.formulas(locale), jump: "f", inNav: true },
  { key: "apiDocs", href: (_: Locale) => paths.apiDocs(), jump: "d", inNav: true },
] as const;
