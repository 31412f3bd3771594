import { randomUUID } from "node:crypto";

/** What a job says of the event that it stands for. */
export type BenchJob = { id: string; key: string; version: number };

const AGGREGATES = 1_000;
const AT_ONCE = 5_000;

/** As many jobs as a backlog has events, in parts. */
export function* jobs(count: number): Generator<BenchJob[]> {
  const keys = Array.from({ length: AGGREGATES }, () => `portfolio:${randomUUID()}:${randomUUID()}`);
  for (let first = 0; first < count; first += AT_ONCE)
    yield Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, offset) => ({
      id: randomUUID(),
      key: keys[(first + offset) % AGGREGATES] ?? "",
      version: 1 + Math.floor((first + offset) / AGGREGATES),
    }));
}
