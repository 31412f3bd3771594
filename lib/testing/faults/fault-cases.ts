import { expect, it, type TaskMeta } from "vitest";
import { checkHistory } from "./check-history";
import type { FaultyTransport } from "./fault-list";
import type { Scenario } from "./scenarios";
import { seedOfRun } from "./seeded";
import { type Ground, openStage } from "./stage";

declare module "vitest" {
  interface TaskMeta {
    /** How a fault went, for docs/faults.md. */
    fault?: { transport: FaultyTransport; number: number; lagBackMs: number | null };
  }
}

/**
 * One case a fault. Each has groups, aggregates and processes of its own, so all run at once but those that break what is
 * everybody's. `ground` gives what there is to break, once everything is up.
 */
export function faultCases(
  transport: FaultyTransport,
  scenarios: readonly Scenario[],
  ground: () => Ground = () => ({}),
  timeout = 150_000,
): void {
  const seed = seedOfRun();
  const title = `$number: $name (FAULT_SEED=${seed})`;
  const isAlone = ({ alone }: Scenario) => alone?.includes(transport);
  const there = scenarios.filter(({ never }) => never?.[transport] === undefined);
  const play = (scenario: Scenario, { task: { meta } }: { task: { meta: TaskMeta } }) =>
    playFault(scenario, { transport, name: `fault${scenario.number}`, seed, ground: ground() }, meta);
  it.for(there.filter(isAlone))(title, { timeout }, play);
  it.concurrent.for(there.filter((one) => !isAlone(one)))(title, { timeout }, play);
}

async function playFault({ number, run }: Scenario, options: Parameters<typeof openStage>[0], meta: TaskMeta) {
  const stage = openStage(options);
  meta.fault = { transport: options.transport, number, lagBackMs: null };
  try {
    await run(stage);
    const history = await stage.settle();
    meta.fault.lagBackMs = history.lagBackMs;
    expect(checkHistory(history)).toEqual([]);
    expect(stage.stale).toEqual([]);
    expect(history.acks.length).toBeGreaterThan(0);
  } finally {
    await stage.end();
  }
}
