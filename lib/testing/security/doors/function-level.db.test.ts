import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "@/app/contracts";
import { disconnectDatabase } from "@/lib/platform/db";
import { type TestTenant, testPlatformAdmin, testTenant } from "../../tenants";
import { call } from "./handlers";
import { everybody, type Principal, unenrolled } from "./principals";

let tenant: TestTenant;
let principals: Map<string, Principal>;
beforeAll(async () => {
  tenant = await testTenant();
  const { userId } = await testPlatformAdmin();
  const all = [...everybody(tenant, userId), unenrolled(tenant)];
  principals = new Map(all.map((principal) => [principal.name, principal]));
});
afterAll(disconnectDatabase);

const NAMES = [
  ...["anonymous", "owner", "admin", "mining_site_owner", "operator", "client", "guest"],
  ...["api-key:read", "api-key:write", "platform_admin", "owner without a second factor"],
];
const params = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, randomUUID()]));

/** Every endpoint asked by everybody: the table of access, and nothing else, says who is heard. */
describe.each(NAMES)("S1 function level › %s", (name) => {
  it.each(contracts.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    "%s",
    async (_, contract) => {
      const principal = principals.get(name);
      if (!principal) throw new Error(`nobody is called ${name}`);
      const response = await call(contract, { headers: await principal.headers(), params: params(contract.path) });
      const text = await response.text();
      const { code = "", detail = "" } = text.startsWith("{")
        ? (JSON.parse(text) as { code?: string; detail?: string })
        : {};
      if (!principal.may(contract.permission)) {
        const refused = name === "anonymous" ? 401 : 403;
        expect({ status: response.status, text }).toMatchObject({ status: refused });
        if (name === "owner without a second factor") expect(code).toBe("mfa_enrolment_required");
        return;
      }
      // What a person must prove anew is no program's to do, whatever its scopes.
      if (name.startsWith("api-key") && response.status === 403) expect(detail).toContain("An API key can't do this");
      // Being heard is enough here; a public door may still find that what was sent signs nobody in.
      else if (contract.permission === "public") expect(code).not.toBe("forbidden");
      else expect([401, 403], text).not.toContain(response.status);
      expect(response.status, text).toBeLessThan(500 + (code === "unavailable" ? 100 : 0));
    },
  );
});

it("S1 function level › everybody is asked about", () =>
  expect([...principals.keys()].sort()).toEqual([...NAMES].sort()));
