import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "@/app/contracts";
import { disconnectDatabase } from "@/lib/platform/db";
import { type TestTenant, testTenant } from "../../tenants";
import { call } from "./handlers";
import { anonymous, member, type Principal } from "./principals";
import { bodyOf, resourceOf, rowOf } from "./resources";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});
afterAll(disconnectDatabase);

/** A secret that names itself is no row of somebody's. */
const named = contracts.filter(({ path }) => path.includes("{") && path !== "/verify-email/{token}");

const ATTACKERS: Record<string, () => Principal> = {
  "the owner of another company": () => member(other, "owner"),
  "an operator of another company": () => member(other, "operator"),
  "a client of the same company": () => member(tenant, "client"),
  nobody: () => anonymous,
};

/** What is somebody else's is not found, is not told, and stays as it is, whoever asks and however. */
describe.each(Object.keys(ATTACKERS))("S2 object level › %s", (name) => {
  it.each(named.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    "%s",
    async (_, contract) => {
      const resource = resourceOf(contract.path);
      if (!resource) throw new Error(`Say in resources.ts what ${contract.path} names.`);
      const id = await resource.make(tenant);
      const before = await rowOf(resource, id);
      expect(before).toBeDefined();
      const [, param = ""] = /\{(\w+)\}/.exec(contract.path) ?? [];
      const headers = await (ATTACKERS[name]?.() ?? anonymous).headers();
      const response = await call(contract, {
        headers,
        params: { [param]: id },
        body: bodyOf(resource, contract.method),
      });
      const text = await response.text();
      expect(name === "nobody" ? [401] : [403, 404], text).toContain(response.status);
      expect(text).not.toContain(tenant.name);
      expect(await rowOf(resource, id)).toEqual(before);
    },
  );
});

/** The same requests by whose it is: were they refused too, the cases above would prove nothing. */
describe("S2 object level › whose it is", () => {
  it.each(named.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    "%s",
    async (_, contract) => {
      const resource = resourceOf(contract.path);
      if (!resource || resource.owner === "platform") return;
      const id = await resource.make(tenant);
      const [, param = ""] = /\{(\w+)\}/.exec(contract.path) ?? [];
      const headers = await member(tenant, resource.owner).headers();
      const response = await call(contract, {
        headers,
        params: { [param]: id },
        body: bodyOf(resource, contract.method),
      });
      expect([401, 403, 404, 422], await response.text()).not.toContain(response.status);
    },
  );
});
