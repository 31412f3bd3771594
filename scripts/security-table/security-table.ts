import { type Case, casesOf } from "./read-reports";
import { SECURITY_SUITES } from "./suites";

type Count = Record<Case["status"], number>;

/** The closing table: cases passed by security suite, of the JSON reports of vitest and Playwright. */
export function securityTable(reports: readonly unknown[]): string {
  const counts = new Map<number, Count>();
  for (const { titles, status } of reports.flatMap(casesOf)) {
    const suite = suiteOf(titles);
    if (suite === undefined) continue;
    const count = counts.get(suite) ?? { passed: 0, failed: 0, skipped: 0 };
    count[status]++;
    counts.set(suite, count);
  }
  const known = [...new Set([...Object.keys(SECURITY_SUITES).map(Number), ...counts.keys()])].sort((a, b) => a - b);
  const rows = known.flatMap((suite) => rowOf(suite, counts.get(suite)));
  const without = known.filter((suite) => !counts.has(suite)).map((suite) => `S${suite}`);
  const total = [...counts.values()].reduce((sum, { passed }) => sum + passed, 0);
  return [
    "Security cases passed:",
    ...rows,
    line("", "all", total.toLocaleString("en")),
    ...(without.length > 0 ? [`No cases in this run: ${without.join(", ")}.`] : []),
  ].join("\n");
}

/** The number that begins a title, the innermost one counting. */
function suiteOf(titles: readonly string[]): number | undefined {
  for (const title of titles.toReversed()) {
    const [, number] = /^S(\d{1,2})\b/.exec(title) ?? [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

function rowOf(suite: number, count: Count | undefined): string[] {
  if (!count) return [];
  const bad = [
    count.failed > 0 ? `${count.failed} FAILED` : "",
    count.skipped > 0 ? `${count.skipped} skipped` : "",
  ].filter(Boolean);
  return [line(`S${suite}`, SECURITY_SUITES[suite] ?? "?", count.passed.toLocaleString("en"), bad.join(", "))];
}

const line = (number: string, words: string, count: string, more = ""): string =>
  `  ${number.padEnd(4)}${words.padEnd(42)}${count.padStart(7)}${more ? `  ${more}` : ""}`;
