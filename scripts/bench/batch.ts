import { overHttp } from "./batch/over-http";
import { peakMemory } from "./batch/peak-memory";
import { perRow } from "./batch/per-row";
import { uploads } from "./batch/uploads";
import type { Bench } from "./bench";
import { withServer } from "./server";

export const bench: Bench = {
  name: "batch",
  summary: "10,000 mixed rows over HTTP and against the single path, and a list of 10,000 rows from sent to computed",
  packages: ["next", "zod", "csv-parse", "read-excel-file", "tinybench"],
  async run(say) {
    const inProcess = [...(await perRow(say)), ...(await peakMemory(say))];
    const served = await withServer(async (url, dataDir) => [
      ...(await overHttp(url, dataDir, say)),
      ...(await uploads(url, dataDir, say)),
    ]);
    return [...served, ...inProcess];
  },
};
