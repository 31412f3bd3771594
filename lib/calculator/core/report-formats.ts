export const REPORT_FORMATS = ["pdf", "csv", "xlsx"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const isReportFormat = (word: string | undefined): word is ReportFormat =>
  (REPORT_FORMATS as readonly (string | undefined)[]).includes(word);
