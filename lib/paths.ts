import type { Locale } from "./kernel/context";

type Query = Record<string, string | number | undefined>;

const withQuery = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** Every address that the product links to. Nothing else builds a URL. */
export const paths = {
  home: (locale: Locale) => `/${locale}`,
  calculator: (locale: Locale, query?: Query) => withQuery(`/${locale}/calculator`, query),
  /** The calculation of a link's query as a file. */
  calculatorReport: (locale: Locale, format: "pdf" | "csv" | "xlsx", query?: URLSearchParams) =>
    `/${locale}/calculator/report/${format}${query && query.size > 0 ? `?${query}` : ""}`,
  formulas: (locale: Locale) => `/${locale}/calculator/formulas`,
  styleguide: (locale: Locale) => `/${locale}/styleguide`,
  apiDocs: () => "/api/docs",
  openapi: () => "/api/openapi.json",
  licence: () => "/licence.txt",
  api: {
    btcPrice: () => "/api/btc-price",
    networkStats: () => "/api/network-stats",
    minerModels: (query?: Query) => withQuery("/api/miners/models", query),
    calculate: () => "/api/calculate",
  },
  fonts: { chinese: (version: string) => `/fonts/noto-sans-sc/${version}/index.css` },
} as const;

/** The same page in the other language: `/en/calculator` → `/zh/calculator`. Query and hash are the caller's. */
export function inLocale(pathname: string, locale: Locale): string {
  const rest = pathname.replace(/^\/(en|zh)(?=\/|$)/, "");
  return rest === "" || rest === "/" ? paths.home(locale) : `/${locale}${rest}`;
}
