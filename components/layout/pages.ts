import type { Locale } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";

type Page = {
  href: (locale: Locale) => string;
  jump: string;
  /** Above the pages that belong to it, where that isn't its own address; null where none do. */
  area?: ((locale: Locale) => string) | null;
};

/** Every page of a menu, once: menus, palette, shortcut sheet and footer read this list. `g` and `jump` go there. */
export const PAGES = {
  home: { href: (locale) => paths.home(locale), jump: "h" },
  // The formulas have an entry of their own.
  calculator: { href: (locale) => paths.calculator(locale), jump: "c", area: null },
  formulas: { href: (locale) => paths.formulas(locale), jump: "f" },
  apiDocs: { href: () => paths.apiDocs(), jump: "d" },
  signIn: { href: (locale) => paths.signIn(locale), jump: "i" },
  signUp: { href: (locale) => paths.signUp(locale), jump: "n" },
  overview: { href: (locale) => paths.overview(locale), jump: "o" },
  portfolio: { href: (locale) => paths.portfolio(locale), jump: "y" },
  batch: { href: (locale) => paths.batchCalculator(locale), jump: "w", area: (locale) => paths.batchLists(locale) },
  analytics: { href: (locale) => paths.analytics(locale), jump: "v" },
  machines: { href: (locale) => paths.catalogueAdmin(locale), jump: "m" },
  company: { href: (locale) => paths.company(locale), jump: "t" },
  userAccess: { href: (locale) => paths.userAccess(locale), jump: "u" },
  loginRecords: { href: (locale) => paths.loginRecords(locale), jump: "l" },
  audit: { href: (locale) => paths.audit(locale), jump: "a" },
  tenants: { href: (locale) => paths.tenants(locale), jump: "p" },
  system: { href: (locale) => paths.system(locale), jump: "s" },
  mailbox: { href: (locale) => paths.mailbox(locale), jump: "b" },
  security: { href: (locale) => paths.security(locale), jump: "e" },
  apiKeys: { href: (locale) => paths.apiKeys(locale), jump: "k" },
} as const satisfies Record<string, Page>;

export type PageKey = keyof typeof PAGES;

/** Where one is on a page that belongs to an entry of the menu. */
export function areaOf(key: PageKey, locale: Locale): string | undefined {
  const { href, area = href }: Page = PAGES[key];
  return area?.(locale);
}

/** In the bar of the public pages, and at the foot of a phone. */
export const PUBLIC_NAV = ["calculator", "formulas", "apiDocs"] as const satisfies PageKey[];
export const PUBLIC_BAR = ["home", ...PUBLIC_NAV] as const satisfies PageKey[];

/** What a visitor can jump to. */
export const VISITOR_PAGES: readonly PageKey[] = [...PUBLIC_BAR, "signIn", "signUp"];

/** What somebody who is signed in can jump to: their menu first, then what is there for everybody. */
export const memberPages = (menu: readonly PageKey[]): PageKey[] => [
  ...menu,
  ...PUBLIC_BAR.filter((key) => !menu.includes(key)),
];
