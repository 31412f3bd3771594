import { Worker } from "node:worker_threads";
import { slug } from "@/lib/kernel/file-name";
import { execArgv, threadPool } from "@/lib/platform/thread-pool";
import type { ReportFormat } from "../../core/report-formats";
import { CONTENT_TYPES } from "../report/report";
import type { FleetReport } from "./fleet-report";
import type { FleetFileRequest } from "./fleet-report-thread";

/** Ten thousand rows take a second or more to write, in which nobody else would be answered. */
const written = threadPool<FleetFileRequest, Uint8Array>({
  open: () => new Worker(new URL("./fleet-report-thread.ts", import.meta.url), { execArgv: execArgv() }),
  threads: 1,
  mostWaiting: 16,
  busy: "Too many files are being made: try again in a moment.",
  idleMs: 60_000,
});

/** A fleet's result as a file in the reader's language. Throws `unavailable` when too many wait. */
export async function fleetFile(report: FleetReport, format: ReportFormat) {
  const name = slug(report.listName.replace(/\.[^.]*$/, "")) || "fleet";
  return {
    file_name: `hashinsight-${name}-${report.madeAt.slice(0, 10)}.${format}`,
    content_type: CONTENT_TYPES[format],
    bytes: await written({ report, format }),
  };
}
