/** Smallest and largest of the runs. */
export type Spread = { min: number; max: number; runs: number };

/** One thing measured. `peer` is the same thing done another way in the same run, `ratio` ours against it. */
export type Row = {
  name: string;
  /** The median of the runs. */
  value: number;
  unit: string;
  /** What it must stay below, and whether it does. */
  target?: number;
  ok?: boolean;
  peer?: { name: string; value: number };
  ratio?: number;
  spread?: Spread;
};

/** A bench that `npm run bench -- NAME` runs. */
export type Bench = { name: string; summary: string; run(): Promise<Row[]> };
