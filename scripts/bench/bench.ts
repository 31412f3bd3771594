/** Smallest and largest of the runs. */
export type Spread = { min: number; max: number; runs: number };

/** One thing measured. `peer` is the same thing done another way in the same run, `ratio` ours against it. */
export type Row = {
  name: string;
  /** The median of the runs. */
  value: number;
  unit: string;
  /** What it must stay at or below (for a score: reach), and whether it does. */
  target?: number;
  ok?: boolean;
  /** What it must keep when it misses its target. */
  floor?: number;
  floorOk?: boolean;
  peer?: { name: string; value: number };
  ratio?: number;
  spread: Spread;
};

/** A bench that `npm run bench -- NAME` runs. */
export type Bench = {
  name: string;
  summary: string;
  /** The packages whose versions belong to the result. */
  packages: string[];
  /** What may be given as `--NAME VALUE`, and what it is for. */
  options?: Record<string, string> | undefined;
  /** What it is doing goes to `say`, a line at a time. */
  run(say: (line: string) => void, options: Record<string, string>): Promise<Row[]>;
};
