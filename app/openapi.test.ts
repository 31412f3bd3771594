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

const operationOf = (line: string) =>
  operations.find(({ method, path }) => `${method.toUpperCase()} ${path}` === line)?.operation ?? {};

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

  it("says by what each may be asked for, in schemes that it names", () => {
    const schemes = document.components?.securitySchemes ?? {};
    expect(Object.keys(schemes)).toEqual(["session", "access_token", "api_key"]);
    const waysOf = (line: string) => {
      const ways = operationOf(line).security as object[];
      return ways.flatMap((way) => Object.entries(way));
    };
    expect(waysOf("POST /api/calculate")).toEqual([]);
    expect(waysOf("GET /api/audit")).toEqual([
      ["session", []],
      ["access_token", []],
      ["api_key", ["audit:read"]],
    ]);
    // What is a person's own, and what lets others in, is for no program.
    for (const line of ["GET /api/auth/me", "POST /api/invitations", "GET /api/platform/tenants"])
      expect(waysOf(line).map(([scheme]) => scheme)).toEqual(["session", "access_token"]);
  });

  it.each([
    ["PUT /api/company", ["If-Match", "Idempotency-Key"], ["ETag", "Idempotency-Replayed"]],
    ["GET /api/company", [], ["ETag"]],
    ["POST /api/invitations", ["Idempotency-Key"], ["Idempotency-Replayed"]],
    ["POST /api/keys", [], []],
    ["POST /api/auth/login", [], []],
  ])("%s takes and answers the headers that it works with", (line, taken, answered) => {
    const { parameters, responses } = operationOf(line) as {
      parameters: { in: string; name: string }[];
      responses: Record<string, { headers?: object }>;
    };
    expect(parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name)).toEqual(taken);
    expect(Object.keys(Object.values(responses)[0]?.headers ?? {})).toEqual(answered);
  });

  it("asks in a body for what goes there alone, and takes nothing else", () => {
    const { requestBody } = operationOf("PUT /api/company") as {
      requestBody: { content: Record<string, { schema: { properties: object; additionalProperties: boolean } }> };
    };
    const schema = requestBody.content["application/json"]?.schema;
    expect([Object.keys(schema?.properties ?? {}), schema?.additionalProperties]).toEqual([["name"], false]);
  });

  it("refers to nothing that isn't there", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(document.components?.schemas).toHaveProperty(name ?? "");
  });
});
