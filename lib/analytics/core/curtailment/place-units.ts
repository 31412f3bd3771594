import { at, type Column } from "../column";
import { gainsOfOff, type Kind, type Problem, restartLosses } from "./problem";
import { unitPlanner } from "./unit-plan";

/** What others draw already, and what those will draw at most that have no place yet, this kind's among them. */
export type Room = { loadW: Column; restW: number };

/** So many different plans within one kind are enough; who would need more has no place. */
const MOST_BATCHES = 200;

/**
 * Finds hours for the units of one kind in the room that others leave: the best hours of one unit, for as many units as
 * fit there, then the best of what is left. Adds them to the room and answers how many are off in each hour, or null
 * where a unit fits nowhere (the room is then spoilt).
 */
export function placeUnits(problem: Problem, kind: Kind, room: Room, surcharge?: Column): Column | null {
  const off = new Float64Array(problem.hours);
  const planner = unitPlanner(problem.hours, problem.minOffHours);
  restartLosses(problem, kind, planner.losses);
  const gains = new Float64Array(problem.hours);
  gainsOfOff(problem, kind, gains, surcharge);
  const force = 1 + 2 * gains.reduce((sum, gain, hour) => sum + Math.abs(gain) + at(planner.losses, hour), 0);
  let left = kind.quantity;
  for (let batch = 0; left > 0 && batch < MOST_BATCHES; batch++) {
    for (let hour = 0; hour < problem.hours; hour++) {
      const fitsOn = unitsOn(problem, kind, room, hour) >= 1;
      const fitsOff = unitsOff(problem, kind, room, hour) >= 1;
      planner.gains[hour] = at(gains, hour) + (fitsOn ? 0 : force) - (fitsOff ? 0 : force);
    }
    planner.plan();
    const units = planner.off.reduce(
      (least, isOff, hour) => Math.min(least, (isOff ? unitsOff : unitsOn)(problem, kind, room, hour)),
      left,
    );
    if (units < 1) return null;
    for (let hour = 0; hour < problem.hours; hour++) {
      if (planner.off[hour]) off[hour] = at(off, hour) + units;
      else room.loadW[hour] = at(room.loadW, hour) + units * kind.powerW;
    }
    room.restW -= units * kind.powerW;
    left -= units;
  }
  return left > 0 ? null : off;
}

/** How many more units may be on in an hour. */
const unitsOn = ({ maxW }: Problem, kind: Kind, { loadW }: Room, hour: number): number =>
  Math.floor((maxW - at(loadW, hour)) / kind.powerW);

/** How many may be off, if all that have no place yet can still make up the least load. */
const unitsOff = ({ minW }: Problem, kind: Kind, { loadW, restW }: Room, hour: number): number =>
  minW <= 0 ? Number.POSITIVE_INFINITY : Math.floor((at(loadW, hour) + restW - minW) / kind.powerW);
