import { answerInThread } from "@/lib/platform/thread-pool";
import type { ReportFormat } from "../../core/report-formats";
import type { FleetReport } from "./fleet-report";

export type FleetFileRequest = { report: FleetReport; format: ReportFormat };

const WRITERS: Record<ReportFormat, (report: FleetReport) => Promise<Uint8Array> | Uint8Array> = {
  csv: async (report) => (await import("./fleet-csv")).fleetCsv(report),
  xlsx: async (report) => (await import("./fleet-xlsx")).fleetXlsx(report),
  pdf: async (report) => (await import("./fleet-pdf")).fleetPdf(report),
};

answerInThread(({ report, format }: FleetFileRequest) => WRITERS[format](report));
