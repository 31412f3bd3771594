import { describe, expect, it } from "vitest";
import { entryFor, lockGaps } from "./lock-gaps";

describe("lockGaps", () => {
  const parent = { version: "1.0.0", optionalDependencies: { "@p/linux-x64": "1.0.0", "@p/win32-x64": "1.0.0" } };

  it("finds what a package's optional dependencies lack", () => {
    expect(lockGaps({ "": {}, "node_modules/p": parent, "node_modules/@p/linux-x64": {} })).toEqual([
      { name: "@p/win32-x64", version: "1.0.0" },
    ]);
  });

  it("looks where Node looks: inside the package, then above", () => {
    const packages = {
      "": {},
      "node_modules/a/node_modules/p": parent,
      "node_modules/a/node_modules/p/node_modules/@p/linux-x64": {},
      "node_modules/a/node_modules/@p/win32-x64": {},
    };
    expect(lockGaps(packages)).toEqual([]);
  });
});

describe("entryFor", () => {
  it.each([
    ["@swc/core-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
    ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("knows the machine of %s by its name", (name, machine) => {
    expect(entryFor({ name, version: "1.2.3" })).toEqual({ version: "1.2.3", optional: true, ...machine });
  });

  it("refuses to guess", () => {
    expect(() => entryFor({ name: "left-pad", version: "1.0.0" })).toThrow("left-pad");
  });
});
