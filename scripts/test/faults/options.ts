import { FAULTS, type FaultyTransport, TRANSPORTS } from "@/lib/testing/faults/fault-list";
import { commandLine } from "../../process/command-line";
import { Refusal } from "../../process/refusal";

const USAGE =
  "npm run test:faults -- [--transport postgres,kafka,debezium] [--fault 7,12]; FAULT_SEED=… repeats a run.";

export type FaultOptions = { transports: readonly FaultyTransport[]; faults: readonly number[]; isAsked: boolean };

/** What to inject where; everything unless it is said. Throws a Refusal that names the word that is wrong. */
export function faultOptions(args: string[]): FaultOptions {
  const given = parsed(args);
  const transports = words(given.transport).map((word) => {
    const known = TRANSPORTS.find((name) => name === word);
    if (!known) throw new Refusal(`There is no transport "${word}".`, `There are: ${TRANSPORTS.join(", ")}. ${USAGE}`);
    return known;
  });
  const faults = words(given.fault).map((word) => {
    const known = FAULTS.find(({ number }) => String(number) === word);
    if (!known) throw new Refusal(`There is no fault "${word}".`, `They are 1 to ${FAULTS.length}. ${USAGE}`);
    return known.number;
  });
  return {
    transports: transports.length > 0 ? transports : TRANSPORTS,
    faults: faults.length > 0 ? faults : FAULTS.map(({ number }) => number),
    isAsked: transports.length > 0,
  };
}

function parsed(args: string[]): { transport?: string[]; fault?: string[] } {
  const options = { transport: { type: "string", multiple: true }, fault: { type: "string", multiple: true } } as const;
  return commandLine(USAGE, { args, options }).values;
}

const words = (lists: readonly string[] = []): string[] => lists.flatMap((list) => list.split(",")).filter(Boolean);
