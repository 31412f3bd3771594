import { demoOwner, signIn } from "../auth/demo-owner";
import type { Row } from "../bench";
import { quantile } from "../quantile";
import { rowOfRuns } from "../row-of-runs";
import { mixedRows } from "./mixed-rows";

const RUNS = 9;
const ROWS = 10_000;
const TARGET_MS = 1_000;

/** A batch at the live market by name and number, until its whole answer is there; and what another caller waits meanwhile. */
export async function overHttp(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const { token } = await signIn(url, demoOwner(dataDir));
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const body = JSON.stringify({ rows: mixedRows(ROWS), defaults: { pool_fee_pct: 1.5 } });
  const ask = async () => {
    const began = performance.now();
    const answer = await fetch(`${url}/api/batch-calculate`, { method: "POST", headers, body });
    const { results } = (await answer.json()) as { results: unknown[] };
    if (results.length !== ROWS) throw new Error(`A batch answered ${answer.status} with ${results.length} rows.`);
    return performance.now() - began;
  };
  for (let run = 0; run < 3; run++) await ask();
  const batches: number[] = [];
  const waits: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    say(`batch of ${ROWS} rows, run ${run + 1} of ${RUNS}`);
    batches.push(await ask());
    const alone = ask();
    waits.push(await longestWaitDuring(alone, url));
  }
  return [
    rowOfRuns(batches, { name: "10,000 mixed rows over HTTP, sent to read", unit: "ms", target: TARGET_MS }),
    rowOfRuns(waits, { name: "P95 wait of another caller meanwhile", unit: "ms" }),
  ];
}

/** P95 of calls of the least route, one after the other, until `work` is done. */
async function longestWaitDuring(work: Promise<unknown>, url: string): Promise<number> {
  let isDone = false;
  void work.finally(() => {
    isDone = true;
  });
  const waits: number[] = [];
  while (!isDone) {
    const began = performance.now();
    await (await fetch(`${url}/alive`)).arrayBuffer();
    waits.push(performance.now() - began);
  }
  await work;
  return quantile(waits, 0.95);
}
