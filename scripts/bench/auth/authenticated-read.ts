import type { Row } from "../bench";
import { type Load, load } from "../load";
import { rowOfRuns } from "../row-of-runs";
import { demoOwner, signIn } from "./demo-owner";

const RUNS = 5;
const SECONDS = 5;
const CONNECTIONS = 16;
const MOST_TIMES_THE_PEER = 2;

/** GET /api/company: the session's row, the tenant set, one query; against a route with that query on a bare pool. */
export async function authenticatedRead(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const { token, cookie } = await signIn(url, demoOwner(dataDir));
  const ours: Load[] = [];
  const byCookie: Load[] = [];
  const bare: Load[] = [];
  const read = (path: string, headers: Record<string, string> = {}) =>
    load({ url: url + path, method: "GET", connections: CONNECTIONS, headers }, SECONDS);
  await read("/api/company", { authorization: `Bearer ${token}` });
  await read("/api/bench?query=company");
  for (let run = 0; run < RUNS; run++) {
    say(`authenticated read, run ${run + 1} of ${RUNS}`);
    bare.push(await read("/api/bench?query=company"));
    ours.push(await read("/api/company", { authorization: `Bearer ${token}` }));
    byCookie.push(await read("/api/company", { cookie }));
  }
  const peer = { name: "the same query on a bare pool, same server", values: bare.map(({ p95 }) => p95) };
  return [
    bounded(
      rowOfRuns(
        ours.map(({ p95 }) => p95),
        { name: "authenticated read over HTTP by token, P95", unit: "ms", peer },
      ),
    ),
    bounded(
      rowOfRuns(
        byCookie.map(({ p95 }) => p95),
        { name: "authenticated read over HTTP by cookie, P95", unit: "ms", peer },
      ),
    ),
  ];
}

const bounded = (row: Row): Row => ({
  ...row,
  target: MOST_TIMES_THE_PEER * (row.peer?.value ?? 0),
  ok: (row.ratio ?? 0) <= MOST_TIMES_THE_PEER,
});
