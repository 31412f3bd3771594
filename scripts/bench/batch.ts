import { overHttp } from "./batch/over-http";
import { peakMemory } from "./batch/peak-memory";
import { perRow } from "./batch/per-row";
import { scrolling } from "./batch/scrolling";
import { uploads } from "./batch/uploads";
import type { Bench } from "./bench";
import { withServer } from "./server";

export const bench: Bench = {
  name: "batch",
  summary:
    "10,000 mixed rows over HTTP and against the single path, a list of 10,000 rows from sent to computed, and scrolled",
  packages: ["next", "zod", "csv-parse", "read-excel-file", "react", "@sparticuz/chromium", "tinybench"],
  async run(say) {
    const inProcess = [...(await perRow(say)), ...(await peakMemory(say))];
    const served = await withServer(async (url, dataDir) => [
      ...(await overHttp(url, dataDir, say)),
      ...(await uploads(url, dataDir, say)),
      ...(await scrolling(url, dataDir, say)),
    ]);
    return [...served, ...inProcess];
  },
};
