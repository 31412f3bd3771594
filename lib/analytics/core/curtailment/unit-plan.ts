import { at, type Column } from "../column";

/** The columns that `planUnit` works in, so that none is made anew for each unit. */
export type UnitPlanner = {
  gains: Column;
  losses: Column;
  /** The answer: 1 in the hours in which the unit is off. */
  off: Uint8Array;
  /** Finds `off` from `gains` and `losses`; the answer is what it gains over being always on. */
  plan(): number;
};

/**
 * The best hours for one unit to be off, exactly, in a step an hour, from the last hour back. The unit is on before hour
 * 0; a block of hours off is at least `minOffHours` long unless the last hour cuts it, and costs the loss of the hour
 * in which the unit comes back. An hour that makes no difference is run.
 *
 * Gains 5, −1, 5, −9 with losses of 2: off for the first three hours, 5 − 1 + 5 − 2 = 7. With losses of 0 the middle
 * hour is run: 10.
 */
export function unitPlanner(hours: number, minOffHours: number): UnitPlanner {
  const [gains, losses, off] = [new Float64Array(hours), new Float64Array(hours), new Uint8Array(hours)];
  /** From this hour on: with the unit on before it; with it off, free to come back. */
  const [fromOn, fromOff] = [new Float64Array(hours + 1), new Float64Array(hours + 1)];
  /** Sum of the gains before an hour. */
  const before = new Float64Array(hours + 1);
  const [starts, ends] = [new Uint8Array(hours), new Uint8Array(hours)];

  function lookBack(): void {
    for (let hour = 0; hour < hours; hour++) before[hour + 1] = at(before, hour) + at(gains, hour);
    for (let hour = hours - 1; hour >= 0; hour--) {
      const stay = at(gains, hour) + at(fromOff, hour + 1);
      const back = at(fromOn, hour + 1) - at(losses, hour);
      ends[hour] = back >= stay ? 1 : 0;
      fromOff[hour] = Math.max(back, stay);
      const end = Math.min(hour + minOffHours, hours);
      // Not by the sums where the block is one hour: their rounding would decide ties.
      const block = minOffHours === 1 ? stay : at(before, end) - at(before, hour) + at(fromOff, end);
      const run = at(fromOn, hour + 1);
      starts[hour] = block > run ? 1 : 0;
      fromOn[hour] = Math.max(block, run);
    }
  }

  function walk(): void {
    for (let hour = 0; hour < hours; ) {
      if (!starts[hour]) {
        off[hour++] = 0;
        continue;
      }
      const least = Math.min(hour + minOffHours, hours);
      while (hour < least || (hour < hours && !ends[hour])) off[hour++] = 1;
      if (hour < hours) off[hour++] = 0;
    }
  }

  return {
    gains,
    losses,
    off,
    plan() {
      lookBack();
      walk();
      return at(fromOn, 0);
    },
  };
}
