import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../process/spawn-node";
import { type Lock, nameOf } from "./lock-entry";

const version = z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
const Floor = z
  .strictObject({
    pkg: z.string(),
    min: version.optional(),
    max: version.optional(),
    banned: z.union([z.literal(true), z.array(version).min(1)]).optional(),
    advisory: z.string().min(5),
    addedAt: z.iso.date(),
  })
  .refine(({ min, banned }) => min !== undefined || banned !== undefined, "a floor has a min or is banned");
export type Floor = z.output<typeof Floor>;

/** What "patched" means, without asking anybody: scripts/verify/floors.json. */
export const readFloors = (): Floor[] =>
  z.array(Floor).parse(JSON.parse(readFileSync(join(ROOT, "scripts", "verify", "floors.json"), "utf8")));

/**
 * The faults of all copies of a package, nested ones too. A package may have several floors: each holds for its own
 * major version and what is older than that; what is newer than all of them is patched.
 */
export function floorFaults(lock: Lock, floors: readonly Floor[]): string[] {
  return Object.entries(lock).flatMap(([path, entry]) => {
    const own = path === "" ? [] : floors.filter(({ pkg }) => pkg === nameOf(path));
    return entry.version === undefined ? [] : own.flatMap((floor) => faultOf(path, entry.version ?? "", floor, own));
  });
}

function faultOf(
  path: string,
  version: string,
  { min, max, banned, advisory }: Floor,
  all: readonly Floor[],
): string[] {
  const fault = (words: string) => [`${path} ${version} ${words}: ${advisory}`];
  if (banned === true) return fault("is banned");
  if (banned?.includes(version)) return fault("is a banned version");
  if (max !== undefined && compareVersions(version, max) > 0) return fault(`is above ${max}`);
  const isOthers = all.some((floor) => floor.min && floor.min !== min && majorOf(floor.min) === majorOf(version));
  return min !== undefined && !isOthers && compareVersions(version, min) < 0 ? fault(`is below ${min}`) : [];
}

const majorOf = (version: string): number => Number(version.split(".")[0]);

/** Below, equal or above 0, as Semantic Versioning orders them: a pre-release comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [[coreA = "", preA], [coreB = "", preB]] = [a, b].map(
    (version) => version.split("+")[0]?.split(/-(.*)/) ?? [],
  ) as [(string | undefined)[], (string | undefined)[]];
  const core = compareParts(coreA.split("."), coreB.split("."));
  if (core !== 0 || preA === preB) return core;
  if (preA === undefined || preB === undefined) return preA === undefined ? 1 : -1;
  return compareParts(preA.split("."), preB.split("."));
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const [isNumberA, isNumberB] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumberA && isNumberB) return Number(left) - Number(right);
    if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
