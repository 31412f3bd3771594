import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "@/package.json";
import { ROOT } from "../process/spawn-node";
import { billOfMaterials, listOf } from "../sbom/bill-of-materials";
import { compareVersions, floorFaults, readFloors } from "./floors";
import { type Lock, readLock } from "./lock-entry";
import { integrityFaults, pinFaults, scriptFaults, sourceFaults, supplyChain } from "./supply-chain";

const lock = readLock();
const floors = readFloors();
const HASH = `sha512-${"A".repeat(86)}==`;
const at = (version: string) => ({ version, integrity: HASH });

describe("S24 supply chain › floors", () => {
  it.each(floors.map((floor) => [`${floor.pkg} ${floor.banned ?? floor.min}`, floor] as const))("%s", (_, { pkg }) => {
    expect(
      floorFaults(
        lock,
        floors.filter((floor) => floor.pkg === pkg),
      ),
    ).toEqual([]);
  });

  const FLOORS = [
    { pkg: "ws", min: "7.5.10", advisory: "an advisory", addedAt: "2026-01-01" },
    { pkg: "ws", min: "8.17.1", advisory: "an advisory", addedAt: "2026-01-01" },
    { pkg: "beta", min: "5.0.0-beta.32", max: "5.0.0-beta.32", advisory: "an advisory", addedAt: "2026-01-01" },
    { pkg: "@bad/one", banned: true as const, advisory: "an advisory", addedAt: "2026-01-01" },
    { pkg: "taken", banned: ["4.4.2"], advisory: "an advisory", addedAt: "2026-01-01" },
  ];
  it.each<[string, Lock, string[]]>([
    ["a copy below", { "node_modules/ws": at("8.17.0") }, ["node_modules/ws 8.17.0 is below 8.17.1: an advisory"]],
    [
      "a nested copy below its major's floor",
      { "node_modules/a/node_modules/ws": at("7.5.9") },
      ["node_modules/a/node_modules/ws 7.5.9 is below 7.5.10: an advisory"],
    ],
    ["a copy at its major's floor", { "node_modules/ws": at("7.5.10") }, []],
    ["a copy newer than all floors", { "node_modules/ws": at("9.0.0") }, []],
    [
      "a pre-release below",
      { "node_modules/beta": at("5.0.0-beta.9") },
      ["node_modules/beta 5.0.0-beta.9 is below 5.0.0-beta.32: an advisory"],
    ],
    [
      "a version that nobody read",
      { "node_modules/beta": at("5.0.0") },
      ["node_modules/beta 5.0.0 is above 5.0.0-beta.32: an advisory"],
    ],
    [
      "what is banned",
      { "node_modules/x/node_modules/@bad/one": at("1.0.0") },
      ["node_modules/x/node_modules/@bad/one 1.0.0 is banned: an advisory"],
    ],
    [
      "a version that is banned",
      { "node_modules/taken": at("4.4.2") },
      ["node_modules/taken 4.4.2 is a banned version: an advisory"],
    ],
    ["another version of it", { "node_modules/taken": at("4.4.1") }, []],
    ["a namesake", { "node_modules/ws-more": at("1.0.0") }, []],
  ])("find %s", (_, given, faults) => {
    expect(floorFaults(given, FLOORS)).toEqual(faults);
  });

  it.each([
    ["1.2.3", "1.2.3", 0],
    ["1.10.0", "1.9.9", 1],
    ["1.0.0-beta.2", "1.0.0-beta.10", -1],
    ["1.0.0-beta.2", "1.0.0", -1],
    ["1.0.0-alpha.1", "1.0.0-alpha", 1],
    ["1.0.0-1", "1.0.0-alpha", -1],
    ["1.0.0+build", "1.0.0", 0],
  ])("order %s and %s", (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order);
    expect(Math.sign(compareVersions(b, a))).toBe(order === 0 ? 0 : -order);
  });
});

describe("S24 supply chain › the lock", () => {
  it("has no fault, and neither has package.json", async () => {
    expect((await supplyChain.run()).faults).toEqual([]);
  });

  it.each<[string, Lock, string]>([
    ["no hash", { "node_modules/a": { version: "1.0.0" } }, "no integrity for node_modules/a"],
    ["no hash, though only optional", { "node_modules/a": { version: "1.0.0", optional: true } }, "no integrity"],
    ["a weak hash", { "node_modules/a": { version: "1.0.0", integrity: "sha1-abc=" } }, "a weak hash: sha1-abc="],
  ])("is searched for %s", (_, given, fault) => {
    expect(integrityFaults(given)).toEqual([expect.stringContaining(fault)]);
  });

  it("may lack the hash of a build for another machine", () => {
    expect(integrityFaults({ "node_modules/a": { version: "1.0.0", optional: true, os: ["win32"] } })).toEqual([]);
  });

  it.each<[string, Lock]>([
    ["a registry's address", { "node_modules/a": { ...at("1.0.0"), resolved: "https://registry.example/a.tgz" } }],
    ["a repository", { "node_modules/a": { ...at("1.0.0"), dependencies: { b: "git+ssh://git@host/b.git" } } }],
    ["a short name of a repository", { "": { dependencies: { b: "somebody/b" } } }],
    ["an address", { "": { optionalDependencies: { b: "http://host/b.tgz" } } }],
    ["a folder", { "": { dependencies: { b: "file:../b" } } }],
    ["a link", { "node_modules/b": { link: true } }],
  ])("is searched for %s", (_, given) => {
    expect(sourceFaults(given)).toHaveLength(1);
  });

  it("may take a package under another name", () => {
    expect(sourceFaults({ "": { dependencies: { b: "npm:@scope/b@1.2.3" } } })).toEqual([]);
  });
});

describe("S24 supply chain › package.json", () => {
  const manifest = { dependencies: {}, devDependencies: {} };

  it.each(["^1.0.0", "~1.0.0", "1.x", "*", "latest", ">=1.0.0", "1.0", "npm:b@^1.0.0", "npm:b"])(
    "pins: %s is no pin",
    (range) => {
      expect(pinFaults({ ...manifest, devDependencies: { a: range } })).toEqual([
        `package.json doesn't pin a: ${range}`,
      ]);
      expect(pinFaults({ ...manifest, overrides: { b: { a: range } } })).toHaveLength(1);
    },
  );

  it.each(["1.2.3", "1.2.3-beta.4", "npm:b@1.2.3", "npm:@scope/b@1.2.3"])("pins: %s is one", (range) => {
    expect(pinFaults({ ...manifest, devDependencies: { a: range } })).toEqual([]);
  });

  it("names every package with an install script, and lets none run", () => {
    const scripted: Lock = { "node_modules/a": { ...at("1.0.0"), hasInstallScript: true } };
    expect(scriptFaults(scripted, manifest)).toEqual([expect.stringContaining("a has an install script")]);
    expect(scriptFaults(scripted, { ...manifest, allowScripts: { a: true } })).toEqual([
      expect.stringContaining("lets a run"),
    ]);
    expect(scriptFaults(scripted, { ...manifest, allowScripts: { a: false } })).toEqual([]);
    expect(scriptFaults({}, { ...manifest, allowScripts: { a: false } })).toEqual([expect.stringContaining("names a")]);
  });
});

describe("S24 supply chain › the bill of materials", () => {
  const bill = billOfMaterials(lock, packageJson);

  it("names every package of the lock once, with its hash", () => {
    const copies = new Set(
      Object.entries(lock).map(([path, { version }]) =>
        path === "" ? "" : `${path.replace(/^.*node_modules\//, "")}@${version}`,
      ),
    );
    copies.delete("");
    expect(bill.components.map((component) => component["bom-ref"])).toEqual(
      [...copies].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(bill.components.filter(({ hashes }) => hashes?.[0]?.content.length === 128).length).toBeGreaterThan(900);
  });

  it("draws each dependency to a component that is there", () => {
    const refs = new Set([
      bill.metadata.component["bom-ref"],
      ...bill.components.map((component) => component["bom-ref"]),
    ]);
    expect(
      bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref)),
    ).toEqual([]);
    const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component["bom-ref"])?.dependsOn ?? [];
    expect(own).toHaveLength(Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }).length);
  });

  it("is the same for the same lock, and another for another", () => {
    expect(billOfMaterials(lock, packageJson)).toEqual(bill);
    const changed = { ...lock, "node_modules/next": { ...lock["node_modules/next"], version: "16.4.7" } };
    expect(billOfMaterials(changed, packageJson).serialNumber).not.toBe(bill.serialNumber);
  });

  it("is the list that is committed: npm run sbom writes it anew", () => {
    expect(readFileSync(join(ROOT, "scripts", "sbom", "packages.txt"), "utf8")).toBe(`${listOf(bill).join("\n")}\n`);
  });

  it.each([
    ["MIT", { license: { id: "MIT" } }],
    ["MIT and ISC", { expression: "MIT AND ISC" }],
    ["SIL OPEN FONT LICENSE", { license: { name: "SIL OPEN FONT LICENSE" } }],
  ])("writes the licence %s as SPDX where it can", (license, written) => {
    const { components } = billOfMaterials({ "node_modules/@a/b": { ...at("1.0.0"), license } }, packageJson);
    expect(components).toEqual([
      expect.objectContaining({ licenses: [written], group: "@a", name: "b", purl: "pkg:npm/%40a/b@1.0.0" }),
    ]);
  });
});
