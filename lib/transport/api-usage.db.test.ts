import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import type { ApiKeyFacts } from "@/lib/identity/core/judge-api-key";
import { readUsage } from "@/lib/identity/use-cases/api-keys/read-usage";
import { contract } from "@/lib/kernel/contract";
import { NoInput, query } from "@/lib/kernel/use-case";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, cookieOfMember, madeKey } from "@/lib/testing/api-calls";
import { testTenant } from "@/lib/testing/tenants";
import { countUsage, flushUsage, takeUsage } from "./api-usage";
import { serve } from "./serve";

afterAll(disconnectDatabase);

const Nothing = z.object({});
const read = query({
  name: "test.read",
  permission: "machines:read",
  input: NoInput,
  output: Nothing,
  run: () => ({}),
});
const details = { summary: "", permission: "machines:read", input: NoInput, output: Nothing } as const;
const door = serve(contract("GET /test/usage/{id}", details), read);

it("a program's calls come together in memory and are written as one row; a browser's are not counted", async () => {
  const tenant = await testTenant();
  const { key, id } = await madeKey(tenant, { scopes: ["machines:read"] });
  const cookie = await cookieOfMember(tenant.members.operator);
  for (let call = 0; call < 3; call++) await door(apiRequest("GET /test/usage/7", { key }));
  expect((await door(apiRequest("GET /test/usage/7", { cookie }))).status).toBe(200);
  await flushUsage();
  await door(apiRequest("GET /test/usage/8", { key }));
  await flushUsage();
  await flushUsage();
  const report = await readUsage.execute(tenant.ctx("owner"), {});
  expect(report).toMatchObject({
    calls: 4,
    keys: [{ key_id: id, calls: 4 }],
    endpoints: [{ endpoint: "GET /test/usage/{id}", calls: 4 }],
  });
});

it("what can't be written is counted on", async () => {
  takeUsage();
  const tenantId = "5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11";
  const facts = { key_id: "abcdefgh", user_id: tenantId } as ApiKeyFacts;
  countUsage({ kind: "program", facts }, tenantId, "GET /x", new Date());
  countUsage({ kind: "program", facts }, tenantId, "GET /x", new Date());
  await flushUsage();
  countUsage({ kind: "program", facts }, tenantId, "GET /x", new Date());
  expect(takeUsage()).toMatchObject([{ tenantId, endpoint: "GET /x", calls: 3 }]);
});
