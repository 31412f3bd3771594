import { Worker } from "node:worker_threads";
import { execArgv, threadPool } from "@/lib/platform/thread-pool";
import type { Report } from "../report";

/** `pdfReport` in a thread of its own: setting pages takes some 200 ms, in which nobody else would be answered. */
export const pdfInThread = threadPool<Report, Uint8Array>({
  open: () => new Worker(new URL("./pdf-thread.ts", import.meta.url), { execArgv: execArgv() }),
  threads: 1,
  mostWaiting: 16,
  busy: "Too many PDFs are being made: try again in a moment.",
  // The fonts and the layout take some 150 MB.
  idleMs: 60_000,
});
