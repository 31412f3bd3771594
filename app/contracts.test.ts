import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contracts } from "./contracts";

const app = fileURLToPath(new URL(".", import.meta.url));

/** Doors without a contract: the documents about the contracts, files for the browser, what only a bench sees, next-auth's own, and what Prometheus reads. */
const NO_CONTRACT = [
  "/api/openapi.json",
  "/api/docs",
  "/fonts",
  "/[locale]",
  "/api/bench",
  "/api/auth/session",
  "/metrics",
];

const line = (method: string, path: string) => `${method} ${path.replaceAll("[", "{").replaceAll("]", "}")}`;
const methodsOf = (file: string) =>
  [
    ...readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm),
  ].map(([, method = ""]) => method);

const routes = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "route.ts")
  .map((entry) => ({ file: join(entry.parentPath, entry.name), folder: relative(app, entry.parentPath) }))
  .map(({ file, folder }) => ({
    file,
    path: `/${folder
      .split(sep)
      .filter((part) => !/^\(.*\)$/.test(part))
      .join("/")}`,
  }));

describe("contracts and routes", () => {
  it.each(contracts.map((contract) => [line(contract.method, contract.path), contract] as const))(
    "%s has its route",
    (_, { method, path }) => {
      const file = join(app, path.replaceAll("{", "[").replaceAll("}", "]"), "route.ts");
      expect(existsSync(file), file).toBe(true);
      expect(methodsOf(file)).toContain(method);
    },
  );

  it("every route has its contract", () => {
    const known = contracts.map(({ method, path }) => line(method, path));
    const served = routes
      .filter(({ path }) => !NO_CONTRACT.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
      .flatMap(({ file, path }) => methodsOf(file).map((method) => line(method, path)));
    expect(served.filter((route) => !known.includes(route))).toEqual([]);
    expect(served.length).toBeGreaterThanOrEqual(known.length);
  });
});
