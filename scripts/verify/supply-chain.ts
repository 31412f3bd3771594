import packageJson from "@/package.json";
import type { Check } from "./check";
import { floorFaults, readFloors } from "./floors";
import { type Lock, nameOf, readLock } from "./lock-entry";

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides?: unknown;
  allowScripts?: Record<string, boolean>;
};

/** What is installed is what was read: nothing comes from elsewhere, changes by itself, or runs while it is installed. */
export const supplyChain: Check = {
  name: "supply chain",
  async run() {
    const lock = readLock();
    const floors = readFloors();
    const faults = [
      ...integrityFaults(lock),
      ...sourceFaults(lock),
      ...pinFaults(packageJson as Manifest),
      ...scriptFaults(lock, packageJson as Manifest),
      ...floorFaults(lock, floors),
    ];
    return { faults, words: `${floors.length} floors` };
  },
};

/**
 * Every package has a hash, but for builds for other machines, which the registry in use doesn't carry (see
 * lock-gaps.ts): npm passes them over, and `npm ci` there takes what the registry says.
 */
export function integrityFaults(lock: Lock): string[] {
  return Object.entries(lock).flatMap(([path, { integrity, optional, os, cpu }]) => {
    if (path === "") return [];
    if (integrity === undefined)
      return optional && (os ?? cpu) ? [] : [`package-lock.json has no integrity for ${path}`];
    return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)
      ? []
      : [`${path} has a weak hash: ${integrity.slice(0, 12)}…`];
  });
}

/** Versions from the registry only: no folder, no repository, no address. */
export function sourceFaults(lock: Lock): string[] {
  return Object.entries(lock).flatMap(([path, { resolved, link, ...entry }]) => {
    const wanted = Object.entries({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies });
    const strange = wanted.filter(([, range]) => /[:/]|\.tgz$/.test(range.replace(/^npm:@?[\w./-]+@/, "")));
    return [
      ...(resolved ? [`package-lock.json names where ${path} comes from: ${resolved}`] : []),
      ...(link ? [`${path} is a link`] : []),
      ...strange.map(([name, range]) => `${path || "package.json"} takes ${name} from ${range}`),
    ];
  });
}

/** package.json says exactly which version of each package, overrides included; also of one that is here by another name. */
export function pinFaults({ dependencies, devDependencies, overrides = {} }: Manifest): string[] {
  const all = [...Object.entries(dependencies), ...Object.entries(devDependencies), ...leaves(overrides)];
  return all
    .filter(([, range]) => !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    .map(([name, range]) => `package.json doesn't pin ${name}: ${range}`);
}

function leaves(tree: unknown, name = ""): [string, string][] {
  if (typeof tree === "string") return [[name, tree]];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, inner]) => leaves(inner, key));
}

/** Each package that would run something while it is installed is known, and told not to: the product needs none. */
export function scriptFaults(lock: Lock, { allowScripts = {} }: Manifest): string[] {
  const scripted = new Set(
    Object.entries(lock).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : [])),
  );
  return [
    ...[...scripted]
      .filter((name) => !(name in allowScripts))
      .map((name) => `${name} has an install script: read it, then put it into allowScripts of package.json`),
    ...Object.entries(allowScripts).flatMap(([name, allowed]) => [
      ...(allowed ? [`package.json lets ${name} run its install script`] : []),
      ...(scripted.has(name) ? [] : [`allowScripts of package.json names ${name}, which has no install script`]),
    ]),
  ];
}
