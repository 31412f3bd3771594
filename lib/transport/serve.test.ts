import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { memoryLimiter } from "./limiter";
import { serve } from "./serve";

const Input = z.strictObject({ id: z.string().optional(), name: z.string().max(5, "must have at most 5 letters") });
const Output = z.object({ greeting: z.string() });
const greet = query({
  name: "test.greet",
  permission: "public",
  input: Input,
  output: Output,
  run: (_ctx, input) => {
    if (input.name === "bug") throw new Error("secret detail");
    if (input.name === "gone") throw new AppError("not_found", "There is no gone.");
    return { greeting: `${input.name} ${input.id ?? ""}`.trim() };
  },
});
const details = { summary: "Greet", permission: "public", input: Input, output: Output } as const;
const post = serve(contract("POST /greet/{id}", details), greet);
const get = serve(contract("GET /greet", details), greet);

const Id = z.strictObject({ id: z.string() });
const touchDetails = { summary: "Touch", permission: "public", input: Id, output: Output } as const;
const touch = serve(
  contract("POST /touch/{id}", touchDetails),
  query({ ...touchDetails, name: "test.touch", run: (_ctx, { id }) => ({ greeting: id }) }),
);
const closedDetails = { ...touchDetails, permission: "account", input: z.strictObject({}) } as const;
const closed = serve(
  contract("GET /closed", closedDetails),
  query({ ...closedDetails, name: "test.closed", run: () => ({ greeting: "in" }) }),
);

const body = (text: string) => new Request("http://test/greet/7", { method: "POST", body: text });
const params = { params: Promise.resolve({ id: "7" }) };

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const document = await response.json();
  expect(document.request_id).toBe(response.headers.get("x-request-id"));
  expect(document.status).toBe(response.status);
  return document;
}

describe("serve", () => {
  it("joins body and path into one input", async () => {
    const response = await post(body('{"name":"Ada"}'), params);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ greeting: "Ada 7" });
  });

  it("reads the query of a GET and refuses a parameter given twice", async () => {
    expect(await (await get(new Request("http://test/greet?name=Bo"))).json()).toEqual({ greeting: "Bo" });
    expect((await problemOf(await get(new Request("http://test/greet?name=a&name=b")))).code).toBe("bad_request");
  });

  it.each([["not json"], ["[1]"], ["null"], ["7"], [""]])("answers 400 to the body %j", async (text) => {
    expect((await problemOf(await post(body(text), params))).status).toBe(400);
  });

  it.each([
    ["JSON announced", { "content-type": "application/json; charset=utf-8" }],
    ["nothing announced", {}],
  ])("takes an empty body for no fields: %s", async (_, headers) => {
    const empty = () => new Request("http://test/greet/7", { method: "POST", headers });
    expect((await problemOf(await post(empty(), params))).errors).toMatchObject([{ path: "name" }]);
    expect(await (await touch(empty(), params)).json()).toEqual({ greeting: "7" });
  });

  it("tells whoever is not signed in how to say who they are", async () => {
    const refused = await closed(new Request("http://test/closed"));
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    expect((await post(body("not json"), params)).headers.has("www-authenticate")).toBe(false);
  });

  it("answers 422 with one entry a field", async () => {
    const document = await problemOf(await post(body('{"name":"far too long"}'), params));
    expect(document).toMatchObject({
      status: 422,
      code: "validation",
      errors: [{ path: "name", message: "must have at most 5 letters" }],
    });
  });

  it("answers 413 to a body over a megabyte, whether or not it says its length", async () => {
    const huge = JSON.stringify({ name: "x".repeat(1_100_000) });
    expect((await problemOf(await post(body(huge), params))).status).toBe(413);
  });

  it("maps what the use case throws, and tells nothing of a bug but its request id", async () => {
    expect(await problemOf(await post(body('{"name":"gone"}'), params))).toMatchObject({
      status: 404,
      detail: "There is no gone.",
    });
    const bug = await problemOf(await post(body('{"name":"bug"}'), params));
    expect(bug.status).toBe(500);
    expect(JSON.stringify(bug)).not.toContain("secret");
  });

  it("limits calls an address and says when to come back", async () => {
    const limited = serve(contract("GET /greet", details), greet, { limiter: memoryLimiter(() => 2) });
    const call = () => limited(new Request("http://test/greet?name=Bo"));
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(200);
    const refused = await call();
    expect((await problemOf(refused)).code).toBe("limit_exceeded");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
