import { FAULTS, type Fault, type FaultyTransport, TRANSPORTS } from "@/lib/testing/faults/fault-list";
import type { FaultResult } from "./results";

/** Fault × transport × result in Markdown, with what the cells need to be understood. */
export function faultTable(
  results: readonly FaultResult[],
  transports: readonly FaultyTransport[] = TRANSPORTS,
): string {
  const numbers = new Set(results.map(({ number }) => number));
  const shown = FAULTS.filter(({ number }) => numbers.has(number));
  const rows = shown.map((fault) => {
    const cells = transports.map((transport) => cell(fault, transport, results));
    return `| ${fault.number} | ${fault.name} | ${cells.join(" | ")} |`;
  });
  const notes = shown.flatMap(({ number, instead = {} }) =>
    transports.flatMap((transport) => (instead[transport] ? `- ${number} on ${transport}: ${instead[transport]}` : [])),
  );
  return [
    `| | fault | ${transports.join(" | ")} |`,
    `|---|---|${transports.map(() => "---|").join("")}`,
    ...rows,
    ...(notes.length > 0 ? ["", "Where a transport has no such thing, something stands for it:", "", ...notes] : []),
  ].join("\n");
}

function cell({ number, never }: Fault, transport: FaultyTransport, results: readonly FaultResult[]): string {
  const reason = never?.[transport];
  if (reason !== undefined) return `n/a: ${reason}`;
  const result = results.find((one) => one.number === number && one.transport === transport);
  if (!result) return "not run";
  const lag = result.lagBackMs === null ? "lag not back" : `lag back in ${(result.lagBackMs / 1_000).toFixed(1)} s`;
  return `${result.passed ? "kept" : "**BROKEN**"}, ${lag} (${result.seconds} s)`;
}
