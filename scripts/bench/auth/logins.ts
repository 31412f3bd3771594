import type { Row } from "../bench";
import { load } from "../load";
import { rowOfRuns } from "../row-of-runs";
import { demoOwner, signIn } from "./demo-owner";

const RUNS = 5;
const SECONDS = 4;
const CONNECTIONS = 8;
const TARGET_MS = 50;

/** What eight people who sign in all the time do to everybody else: how late the web server's event loop comes round. */
export async function logins(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const body = JSON.stringify(demoOwner(dataDir));
  const target = { url: `${url}/api/auth/login`, method: "POST" as const, body, connections: CONNECTIONS };
  // What the load left half done ends first: one account's sign-ins from one place are counted, and more than ten at
  // once are refused. A password waits for those before it.
  const settled = () => signIn(url, demoOwner(dataDir));
  await settled();
  await load(target, 1);
  await settled();
  const delays: number[] = [];
  const perSecond: number[] = [];
  const p95: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    say(`logins, run ${run + 1} of ${RUNS}`);
    await fetch(`${url}/api/bench?loop=begin`);
    const one = await load(target, SECONDS);
    const { p99_ms } = (await (await fetch(`${url}/api/bench?loop=end`)).json()) as { p99_ms: number };
    await settled();
    delays.push(p99_ms);
    perSecond.push(one.perSecond);
    p95.push(one.p95);
  }
  return [
    rowOfRuns(delays, { name: "event loop's P99 delay during logins at 8 connections", unit: "ms", target: TARGET_MS }),
    rowOfRuns(p95, { name: "login P95", unit: "ms" }),
    rowOfRuns(perSecond, { name: "logins", unit: "a second" }),
  ];
}
