import { join } from "node:path";
import { FAULTS, type FaultyTransport, TRANSPORTS } from "@/lib/testing/faults/fault-list";
import { seedOfRun } from "@/lib/testing/faults/seeded";
import { missing } from "../../kafka/missing";
import { Refusal } from "../../process/refusal";
import { hasRedis, REDIS_MISSING } from "../../redis/redis-server";
import { REPORTS, runReported, testEnv, vitestArgs } from "../reported";
import { writeDocument } from "./document";
import { faultTable } from "./fault-table";
import { faultOptions } from "./options";
import { type FaultResult, faultResults } from "./results";

const isPipeline = process.env.CI === "true";

/** Injects what is asked for and prints a table; a whole run is written into docs/faults.md. Says whether all went well. */
export async function runFaults(args: string[]): Promise<boolean> {
  const began = performance.now();
  const options = faultOptions(args);
  const transports = thatRunHere(options.transports, options.isAsked);
  sayRedis(options.faults);
  const seed = seedOfRun();
  console.log(`FAULT_SEED=${seed}: with it the same writers write the same again.`);
  const { json, code } = await inject(transports, options.faults);
  const results = faultResults(json);
  console.log(`\n${faultTable(results, transports)}`);
  if (isWhole(results)) writeDocument(results, seed, (performance.now() - began) / 1_000);
  return code === 0;
}

function thatRunHere(wanted: readonly FaultyTransport[], isAsked: boolean): readonly FaultyTransport[] {
  const lack = wanted.every((name) => name === "postgres") ? undefined : missing("broker", "connect", "debezium");
  if (lack === undefined) return wanted;
  if (isPipeline || isAsked) throw new Refusal(`${lack}.`, "Or leave them out: -- --transport postgres");
  console.log(`Only on postgres: ${lack}.`);
  return ["postgres"];
}

function sayRedis(faults: readonly number[]): void {
  if (hasRedis || !faults.includes(17)) return;
  if (isPipeline) throw new Refusal(`Fault 17 needs Redis: ${REDIS_MISSING}.`, "CI=true leaves nothing out.");
  console.log(`Without fault 17: ${REDIS_MISSING}.`);
}

async function inject(transports: readonly FaultyTransport[], faults: readonly number[]) {
  const files = transports.map((transport) => `lib/testing/faults/${transport}.faults.test.ts`);
  const report = join(REPORTS, "faults.json");
  const args = [...vitestArgs(["faults"], report, "verbose"), ...files];
  const env = testEnv({ FAULT_ONLY: faults.join(","), LOG_LEVEL: "silent" });
  return runReported({ report, args, env });
}

/** Each fault that there is on each transport. */
const isWhole = (results: readonly FaultResult[]): boolean =>
  TRANSPORTS.every((transport) =>
    FAULTS.every(
      ({ number, never }) =>
        never?.[transport] !== undefined ||
        results.some((result) => result.number === number && result.transport === transport),
    ),
  );
