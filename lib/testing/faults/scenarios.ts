import { FAULTS, type Fault } from "./fault-list";
import { brokerFaults } from "./scenarios/broker";
import { cacheFaults } from "./scenarios/cache";
import { clockFaults } from "./scenarios/clock";
import { databaseFaults } from "./scenarios/database";
import { deliveryFaults } from "./scenarios/delivery";
import { killFaults } from "./scenarios/kills";
import { manyFaults } from "./scenarios/many";
import { outboxFaults } from "./scenarios/outbox";
import type { Stage } from "./stage";

/** Injects faults, leaves everything whole again, and says so to the stage. */
export type Run = (stage: Stage) => Promise<void>;
export type Scenario = Fault & { run: Run };

const RUNS: Record<number, Run> = {
  ...killFaults,
  ...databaseFaults,
  ...manyFaults,
  ...deliveryFaults,
  ...cacheFaults,
  ...clockFaults,
  ...outboxFaults,
  ...brokerFaults,
};

/** All faults of docs/faults.md, in their order. */
export const SCENARIOS: readonly Scenario[] = FAULTS.map((fault) => {
  const run = RUNS[fault.number];
  if (!run) throw new Error(`Nobody injects fault ${fault.number}`);
  return { ...fault, run };
});

/** The first group. */
export const QUICK: readonly Scenario[] = SCENARIOS.filter(({ quick }) => quick);
