import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";

/** One package as package-lock.json has it; `""` is the product itself. */
export type LockEntry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  os?: string[];
  cpu?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};
export type Lock = Record<string, LockEntry>;

export function readLock(): Lock {
  return (JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { packages: Lock }).packages;
}

/** `node_modules/a/node_modules/@b/c` is a copy of `@b/c`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Where Node finds `name` from the package at `path`; nothing when it isn't there, as optional ones needn't be. */
export function placeOf(lock: Lock, path: string, name: string): string | undefined {
  for (let home = path; ; home = home.slice(0, Math.max(0, home.lastIndexOf("node_modules/") - 1))) {
    const place = home === "" ? `node_modules/${name}` : `${home}/node_modules/${name}`;
    if (place in lock) return place;
    if (home === "") return undefined;
  }
}
