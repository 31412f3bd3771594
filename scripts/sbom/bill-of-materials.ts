import { createHash } from "node:crypto";
import { type Lock, type LockEntry, nameOf, placeOf } from "../verify/lock-entry";

type Licence = { license: { id: string } } | { license: { name: string } } | { expression: string };
export type Component = {
  type: "library" | "application";
  "bom-ref": string;
  group?: string;
  name: string;
  version: string;
  scope?: "required" | "optional" | "excluded";
  purl: string;
  hashes?: { alg: "SHA-512"; content: string }[];
  licenses?: Licence[];
};

/** CycloneDX 1.6, as far as a lock file can tell it. */
export type BillOfMaterials = {
  $schema: string;
  bomFormat: "CycloneDX";
  specVersion: "1.6";
  serialNumber: string;
  version: 1;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

/**
 * What the product is made of, by its lock: the same lock gives the same bytes, so that two of them can be compared.
 * Copies of one version at several places are one component; what is only there for development is `excluded`.
 */
export function billOfMaterials(lock: Lock, product: { name: string; version: string }): BillOfMaterials {
  const root = componentOf(product.name, { version: product.version }, "application");
  const components = new Map<string, Component>();
  const needs = new Map<string, Set<string>>([[root["bom-ref"], new Set()]]);
  for (const [path, entry] of Object.entries(lock)) {
    const component = path === "" ? root : componentOf(nameOf(path), entry, "library");
    const ref = component["bom-ref"];
    if (path !== "") components.set(ref, wider(components.get(ref), component));
    const into = needs.get(ref) ?? new Set();
    for (const place of placesOf(lock, path, entry)) into.add(refOf(nameOf(place), lock[place]?.version ?? ""));
    needs.set(ref, into);
  }
  const sorted = [...components.values()].toSorted((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: serialNumber(lock),
    version: 1,
    metadata: { component: root },
    components: sorted,
    dependencies: [...needs]
      .map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort() }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

/** One line a component, for a person to compare: what it is, its licence, and what it is there for. */
export const listOf = ({ components }: BillOfMaterials): string[] =>
  components.map(({ "bom-ref": ref, licenses, scope }) => `${ref}  ${words(licenses)}  ${scope}`);

const words = (licenses: Licence[] | undefined): string => {
  const [first] = licenses ?? [];
  if (!first) return "?";
  return "expression" in first ? first.expression : "id" in first.license ? first.license.id : first.license.name;
};

function placesOf(lock: Lock, path: string, entry: LockEntry): string[] {
  const development = path === "" ? (entry as { devDependencies?: Record<string, string> }).devDependencies : {};
  const names = Object.keys({
    ...entry.dependencies,
    ...entry.optionalDependencies,
    ...entry.peerDependencies,
    ...development,
  });
  return names.flatMap((name) => placeOf(lock, path, name) ?? []);
}

const refOf = (name: string, version: string): string => `${name}@${version}`;

function componentOf(fullName: string, entry: LockEntry, type: Component["type"]): Component {
  const { version = "", integrity, license, dev, optional, devOptional } = entry;
  const [, group, name = fullName] = /^(@[^/]+)\/(.+)$/.exec(fullName) ?? [];
  return {
    type,
    "bom-ref": refOf(fullName, version),
    ...(group ? { group } : {}),
    name,
    version,
    ...(type === "library" ? { scope: dev ? "excluded" : optional || devOptional ? "optional" : "required" } : {}),
    purl: `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ""}${name}@${version}`,
    ...(integrity
      ? { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }] }
      : {}),
    ...(license ? { licenses: [licenceOf(license)] } : {}),
  };
}

/** SPDX ids as they are, expressions as such, and words that are neither as a name. */
function licenceOf(license: string): Licence {
  if (/\s(AND|OR|WITH)\s/i.test(license))
    return { expression: license.replace(/\s(and|or|with)\s/g, (word) => word.toUpperCase()) };
  return /^[\w.+-]+$/.test(license) ? { license: { id: license } } : { license: { name: license } };
}

/** Of two copies, what is needed at one place is needed. */
function wider(before: Component | undefined, now: Component): Component {
  const order = ["required", "optional", "excluded"];
  return before && order.indexOf(before.scope ?? "") < order.indexOf(now.scope ?? "") ? before : now;
}

/** A UUID (version 8, RFC 9562) made of the lock's content. */
function serialNumber(lock: Lock): string {
  const hex = createHash("sha256").update(JSON.stringify(lock)).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
