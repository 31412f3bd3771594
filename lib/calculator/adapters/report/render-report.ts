import type { ReportFormat } from "../../core/report-formats";
import type { Report } from "./report";

/** Each format is loaded when it is first asked for: the PDF's fonts and layout are large. */
const RENDERERS: Record<ReportFormat, (report: Report) => Promise<Uint8Array>> = {
  csv: async (report) => (await import("./csv-report")).csvReport(report),
  xlsx: async (report) => (await import("./xlsx/xlsx-report")).xlsxReport(report),
  pdf: async (report) => (await import("./pdf/pdf-report")).pdfReport(report),
};

export const renderReport = (report: Report, format: ReportFormat): Promise<Uint8Array> => RENDERERS[format](report);
