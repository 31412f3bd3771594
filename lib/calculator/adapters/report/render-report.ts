import type { ReportFormat } from "../../core/report-formats";
import { pdfInThread } from "./pdf/pdf-in-thread";
import type { Report } from "./report";

/** The writer of workbooks is loaded when it is first asked for, that of PDFs in its own thread. */
const RENDERERS: Record<ReportFormat, (report: Report) => Promise<Uint8Array>> = {
  csv: async (report) => (await import("./csv-report")).csvReport(report),
  xlsx: async (report) => (await import("./xlsx/xlsx-report")).xlsxReport(report),
  pdf: pdfInThread,
};

export const renderReport = (report: Report, format: ReportFormat): Promise<Uint8Array> => RENDERERS[format](report);
