import type { RedisServer } from "../../redis/redis-server";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { type ReaderProcess, readerProcess } from "./reader-process";

const RUNS = 5;
const READERS = 500;
const LOAD_MS = 100;

/** Readers of a cold key, all at once, in one process and over two: how often it is loaded, and how long all wait. */
export async function stampede(redis: RedisServer): Promise<Row[]> {
  const processes = await Promise.all([readerProcess(redis.url), readerProcess(redis.url)]);
  try {
    const rows: Row[] = [];
    for (const [words, some] of [
      ["one process", processes.slice(0, 1)],
      ["two processes", processes],
    ] as const)
      rows.push(...(await rowsOf(words, some)));
    return rows;
  } finally {
    for (const one of processes) one.kill();
  }
}

async function rowsOf(words: string, processes: readonly ReaderProcess[]): Promise<Row[]> {
  const loads: number[] = [];
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const task = { name: `${processes.length}-${run}`, readers: READERS / processes.length, loadMs: LOAD_MS };
    const outcomes = await Promise.all(processes.map((one) => one.read(task)));
    loads.push(outcomes.reduce((sum, outcome) => sum + outcome.loads, 0));
    times.push(Math.max(...outcomes.map(({ ms }) => ms)));
  }
  const name = `${READERS} readers of a cold key, ${words}`;
  return [
    rowOfRuns(loads, { name: `${name}: loads`, unit: "", target: 1 }),
    rowOfRuns(times, { name: `${name}: until all have it, the load being ${LOAD_MS} ms`, unit: "ms" }),
  ];
}
