import { at, type Column } from "../column";

/** Machines with one id, as they are given. */
export type Machine = { id: string; hashrateThs: number; powerW: number; quantity: number };

/** All machines that are alike, whatever their ids: units that are planned together. */
export type Kind = { hashrateThs: number; powerW: number; quantity: number; machines: readonly Machine[] };

/** When to switch which machines off, over hours that follow one another. Every column has a value an hour. */
export type Problem = {
  hours: number;
  powerUsdPerMwh: Column;
  /** Paid for each MWh that is switched off. */
  creditUsdPerMwh: Column;
  /** What 1 TH/s earns in the hour, after the pool's fee. */
  usdPerTh: Column;
  kinds: readonly Kind[];
  /** A block of hours off is at least so long, unless the last hour cuts it. At least 1. */
  minOffHours: number;
  /** Hours of revenue that a block costs in the first hour back. */
  restartHours: number;
  /** What all that run draw together in an hour, already with `LOAD_TOLERANCE`; infinite and 0 where there is no limit. */
  maxW: number;
  minW: number;
};

/** By so much, in proportion, may a sum of loads miss a limit: it is the rounding of the sum, not power. */
export const LOAD_TOLERANCE = 1e-9;

type Given = Omit<Problem, "hours" | "kinds" | "maxW" | "minW"> & {
  machines: readonly Machine[];
  maxMw: number | undefined;
  minMw: number | undefined;
};

export function problemOf({ machines, maxMw, minMw, ...rest }: Given): Problem {
  return {
    ...rest,
    hours: rest.powerUsdPerMwh.length,
    kinds: kindsOf(machines),
    minOffHours: Math.max(1, rest.minOffHours),
    maxW: maxMw === undefined ? Number.POSITIVE_INFINITY : maxMw * 1e6 * (1 + LOAD_TOLERANCE),
    minW: minMw === undefined ? 0 : minMw * 1e6 * (1 - LOAD_TOLERANCE),
  };
}

/** Machines by hashrate and power, the most efficient first. */
function kindsOf(machines: readonly Machine[]): Kind[] {
  const alike = Map.groupBy(machines, ({ hashrateThs, powerW }) => `${hashrateThs} ${powerW}`);
  return [...alike.values()]
    .flatMap((same) => {
      const [first] = same;
      const quantity = same.reduce((sum, machine) => sum + machine.quantity, 0);
      return first ? [{ hashrateThs: first.hashrateThs, powerW: first.powerW, quantity, machines: same }] : [];
    })
    .sort((a, b) => a.powerW / a.hashrateThs - b.powerW / b.hashrateThs);
}

export const hasLimits = ({ maxW, minW }: Problem): boolean => maxW !== Number.POSITIVE_INFINITY || minW > 0;

export const fullLoadW = ({ kinds }: Problem): number =>
  kinds.reduce((sum, { powerW, quantity }) => sum + powerW * quantity, 0);

/** A gain smaller than this share of what it is the difference of is rounding: the hour is a tie. */
const TIE = 1e-12;

/**
 * What switching one unit off gains in each hour, restarts aside: energy saved and credit less revenue. `surcharge` is
 * added to the price of power. 3,500 W and 200 TH/s at $60, no credit and $0.0002 a TH: 0.21 − 0.04 = $0.17.
 */
export function gainsOfOff(problem: Problem, kind: Kind, out: Column, surcharge?: Column): void {
  const { powerUsdPerMwh, creditUsdPerMwh, usdPerTh, hours } = problem;
  const mwh = kind.powerW / 1e6;
  for (let hour = 0; hour < hours; hour++) {
    const perMwh = at(powerUsdPerMwh, hour) + at(creditUsdPerMwh, hour) + (surcharge ? at(surcharge, hour) : 0);
    const revenue = kind.hashrateThs * at(usdPerTh, hour);
    const gain = mwh * perMwh - revenue;
    out[hour] = Math.abs(gain) <= TIE * (mwh * Math.abs(perMwh) + revenue) ? 0 : gain;
  }
}

/** What one unit loses when it comes back in each hour. */
export function restartLosses(problem: Problem, kind: Kind, out: Column): void {
  const perTh = problem.restartHours * kind.hashrateThs;
  for (let hour = 0; hour < problem.hours; hour++) out[hour] = perTh * at(problem.usdPerTh, hour);
}
