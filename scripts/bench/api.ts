import type { Bench, Row } from "./bench";
import { EXAMPLE_CONDITIONS } from "./example-conditions";
import { type Load, load } from "./load";
import { rowOfRuns } from "./row-of-runs";
import { withServer } from "./server";

const RUNS = 5;
const SECONDS = 5;
const CONNECTIONS = 64;
const MOST_TIMES_THE_PEER = 2;
const PEER = "a bare route of the same server: parses the same body, answers a constant";

/** With its whole market, so that the answer needs no database. */
const body = JSON.stringify({
  miner_model: "Antminer S21 200T",
  ...EXAMPLE_CONDITIONS,
});

export const bench: Bench = {
  name: "api",
  summary: "POST /api/calculate at 64 connections on the built server, against a bare route of the same server",
  packages: ["next", "react", "autocannon"],
  run: (say) =>
    withServer(async (url) => {
      const ours: Load[] = [];
      const bare: Load[] = [];
      const post = (path: string, seconds: number) =>
        load({ url: url + path, method: "POST", connections: CONNECTIONS, body }, seconds);
      await post("/api/calculate", 2);
      await post("/api/bench", 2);
      for (let run = 0; run < RUNS; run++) {
        say(`run ${run + 1} of ${RUNS}`);
        bare.push(await post("/api/bench", SECONDS));
        ours.push(await post("/api/calculate", SECONDS));
      }
      const row = (name: string, unit: string, of: (one: Load) => number): Row =>
        rowOfRuns(ours.map(of), { name, unit, peer: { name: PEER, values: bare.map(of) } });
      const p95 = row("P95", "ms", ({ p95 }) => p95);
      return [
        { ...p95, target: MOST_TIMES_THE_PEER * (p95.peer?.value ?? 0), ok: (p95.ratio ?? 0) <= MOST_TIMES_THE_PEER },
        row("P99", "ms", ({ p99 }) => p99),
        row("median", "ms", ({ p50 }) => p50),
        row("answers", "a second", ({ perSecond }) => perSecond),
      ];
    }),
};
