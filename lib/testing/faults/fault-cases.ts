import { expect, it } from "vitest";
import { checkHistory } from "./check-history";
import type { Scenario } from "./scenarios";
import { seedOfRun } from "./seeded";
import { type FaultyTransport, openStage, type Stage } from "./stage";

/**
 * One case a fault, all at once: each has groups, aggregates and processes of its own. The relay alone is everybody's, so
 * who breaks it has it to itself.
 */
export function faultCases(transport: FaultyTransport, scenarios: readonly Scenario[]): void {
  const seed = seedOfRun();
  const title = `$number: $name (FAULT_SEED=${seed})`;
  const breaksRelay = ({ number }: Scenario) => transport === "kafka" && (number === 2 || number === 3);
  const play = ({ number, run }: Scenario) => playFault(openStage({ transport, name: `fault${number}`, seed }), run);
  it.each(scenarios.filter(breaksRelay))(title, { timeout: 150_000 }, play);
  it.concurrent.each(scenarios.filter((one) => !breaksRelay(one)))(title, { timeout: 150_000 }, play);
}

async function playFault(stage: Stage, run: Scenario["run"]): Promise<void> {
  try {
    await run(stage);
    const history = await stage.settle();
    expect(checkHistory(history)).toEqual([]);
    expect(history.acks.length).toBeGreaterThan(0);
  } finally {
    await stage.end();
  }
}
