import type { Bench, Row } from "./bench";
import { requireAgreement } from "./indicators/agree";
import { CASES, type Case } from "./indicators/cases";
import { type Series, series } from "./indicators/series";
import { mediansInTurn } from "./median-ms";
import { rowOfRuns } from "./row-of-runs";

/** Fifteen years of days, and a long series. */
const LENGTHS = [5_500, 100_000];
/** Of a peer's time, at most. */
const AIM = 0.5;

export const bench: Bench = {
  name: "indicators",
  summary: "Ten indicators beside technicalindicators and trading-signals, with the same numbers",
  packages: ["technicalindicators", "trading-signals", "tinybench"],
  async run(say): Promise<Row[]> {
    const rows: Row[] = [];
    for (const length of LENGTHS) {
      const bars = series(length);
      say(`${length.toLocaleString("en")} bars: the same numbers`);
      for (const one of CASES) requireAgreement(one, bars);
      for (const one of CASES) {
        say(`${length.toLocaleString("en")} bars: ${one.name}, ${one.peer}`);
        rows.push(await measured(one, bars));
      }
    }
    return rows;
  },
};

async function measured(one: Case, bars: Series): Promise<Row> {
  const [ours = [], theirs = []] = await mediansInTurn([() => one.ours(bars), () => one.theirs(bars)], 1);
  const name = `${one.name}, ${bars.close.length.toLocaleString("en")} bars`;
  const row = rowOfRuns(ours, { name, unit: "ms", peer: { name: one.peer, values: theirs } });
  return { ...row, target: AIM * (row.peer?.value ?? 0), ok: (row.ratio ?? 1) <= AIM };
}
