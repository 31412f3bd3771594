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
  pricing: (locale: Locale) => `/${locale}/pricing`,
  formulas: (locale: Locale) => `/${locale}/calculator/formulas`,
  signIn: (locale: Locale, query?: Query) => withQuery(`/${locale}/sign-in`, query),
  signUp: (locale: Locale) => `/${locale}/sign-up`,
  /** Where the mail went. */
  signUpMail: (locale: Locale) => `/${locale}/sign-up/mail`,
  /** Setting up the second factor that a role demands. */
  enrol: (locale: Locale) => `/${locale}/two-factor`,
  forgotPassword: (locale: Locale) => `/${locale}/reset`,
  resetPassword: (locale: Locale, token: string) => `/${locale}/reset/${token}`,
  verifyEmail: (locale: Locale, token: string) => `/${locale}/verify-email/${token}`,
  changeEmail: (locale: Locale, token: string) => `/${locale}/change-email/${token}`,
  invitation: (locale: Locale, token: string) => `/${locale}/invitation/${token}`,
  overview: (locale: Locale) => `/${locale}/overview`,
  portfolio: (locale: Locale, query?: Query) => withQuery(`/${locale}/portfolio`, query),
  /** Where a list of machines is handed in. */
  batchCalculator: (locale: Locale) => `/${locale}/batch-calculator`,
  /** A list that was handed in: how far it is, then what it earns. */
  /** Above the pages of lists that were handed in. */
  batchLists: (locale: Locale) => `/${locale}/batch/upload`,
  batchList: (locale: Locale, id: string, query?: Query) => withQuery(`${paths.batchLists(locale)}/${id}`, query),
  /** Its rows, those that a query asks for. */
  portfolioRows: (locale: Locale, query?: Query) => `${withQuery(`/${locale}/portfolio`, query)}#machines`,
  analytics: (locale: Locale, query?: Query) => withQuery(`/${locale}/analytics`, query),
  analyticsReplay: (locale: Locale, query?: Query) => withQuery(`/${locale}/analytics/replay`, query),
  analyticsHeatmap: (locale: Locale, query?: Query) => withQuery(`/${locale}/analytics/heatmap`, query),
  analyticsCurtailment: (locale: Locale, query?: Query) => withQuery(`/${locale}/analytics/curtailment`, query),
  security: (locale: Locale, query?: Query) => withQuery(`/${locale}/settings/security`, query),
  apiKeys: (locale: Locale) => `/${locale}/settings/api-keys`,
  company: (locale: Locale, query?: Query) => withQuery(`/${locale}/settings/company`, query),
  userAccess: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/user_access`, query),
  loginRecords: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/login_records`, query),
  /** The same list as a file. */
  loginRecordsFile: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/login_records/export`, query),
  catalogueAdmin: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/miners`, query),
  addMiner: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/miners/add`, query),
  importMiners: (locale: Locale) => `/${locale}/admin/miners/import`,
  editMiner: (locale: Locale, id: string) => `/${locale}/admin/miners/${id}`,
  audit: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/audit`, query),
  system: (locale: Locale) => `/${locale}/admin/system`,
  systemJobs: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/system/jobs`, query),
  /** Events that a consumer could not take. */
  deadEvents: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/system/dlq`, query),
  tenants: (locale: Locale, query?: Query) => withQuery(`/${locale}/admin/tenants`, query),
  mailbox: (locale: Locale) => `/${locale}/admin/mailbox`,
  styleguide: (locale: Locale) => `/${locale}/styleguide`,
  apiDocs: () => "/api/docs",
  openapi: () => "/api/openapi.json",
  licence: () => "/licence.txt",
  api: {
    btcPrice: () => "/api/btc-price",
    networkStats: () => "/api/network-stats",
    live: () => "/api/live",
    minerModels: (query?: Query) => withQuery("/api/miners/models", query),
    minerImport: (step: "preview" | "commit") => `/api/miners/models/import/${step}`,
    minerTemplate: (format: "csv" | "xlsx", locale: Locale) =>
      withQuery("/api/miners/models/import/template", { format, lang: locale }),
    portfolio: () => "/api/portfolio",
    portfolioSummary: () => "/api/portfolio/summary",
    userMiner: (id: string) => `/api/user-miners/${encodeURIComponent(id)}`,
    portfolioMachines: (query?: Query) => withQuery("/api/portfolio/machines", query),
    calculate: () => "/api/calculate",
    batchTemplate: (format: "csv" | "xlsx", locale: Locale) => withQuery("/batch/template", { format, lang: locale }),
    batchUpload: () => "/batch/api/upload",
    batchRows: (id: string) => `/batch/api/upload/${id}/rows`,
    batchAgain: (id: string) => `/batch/api/upload/${id}/again`,
    batchFile: (id: string, format: "csv" | "xlsx" | "pdf", locale: Locale) =>
      withQuery(`/batch/api/upload/${id}/file`, { format, lang: locale }),
    batchErrors: (id: string, locale: Locale) => withQuery(`/api/miners/import/${id}/errors`, { lang: locale }),
    keepBatch: (id: string) => `/api/miners/import/${id}/keep`,
    work: (id: string) => `/api/work/${id}`,
    cancelWork: (id: string) => `/api/work/${id}/cancel`,
    historicalReplay: () => "/api/analytics/historical-replay",
    roiHeatmap: () => "/api/analytics/roi-heatmap",
    curtailmentSimulation: () => "/api/analytics/curtailment-simulation",
    curtailmentPrices: () => "/api/analytics/curtailment-simulation/prices",
    systemJobs: () => "/api/system/jobs",
    /** The audit log as a signed file. */
    auditExport: (query?: Query) => withQuery("/api/audit/export", query),
  },
  fonts: { chinese: (version: string) => `/fonts/noto-sans-sc/${version}/index.css` },
} as const;

/** The same page in the other language: `/en/calculator` → `/zh/calculator`. Query and hash are the caller's. */
export function inLocale(pathname: string, locale: Locale): string {
  const rest = pathname.replace(/^\/(en|zh)(?=\/|$)/, "");
  return rest === "" || rest === "/" ? paths.home(locale) : `/${locale}${rest}`;
}
