import { describe, expect, it } from "vitest";
import { openapi } from "@/lib/transport/openapi";
import { contracts } from "./contracts";

const document = openapi(contracts, "0.0.0");
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item ?? {}).map(([method, operation]) => ({
    path,
    method,
    operation: operation as Record<string, unknown>,
  })),
);

describe("the OpenAPI document", () => {
  it("is the committed one: whoever changes an endpoint's shape sees it here", async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot("./openapi.snapshot.json");
  });

  it("has one operation a contract, each with an id of its own", () => {
    expect(operations).toHaveLength(contracts.length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(contracts.length);
  });

  it("says of each whether it is public or which permission it needs", () => {
    for (const { path, operation } of operations)
      expect(operation.description, path).toMatch(/^(Public|Needs the permission)/);
  });

  it("refers to nothing that isn't there", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(document.components?.schemas).toHaveProperty(name ?? "");
  });
});
