import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROLES, roleMay, seesOwnOnly } from "@/lib/identity/policy";
import type { BusEvent } from "./event";
import { hears, live } from "./live";
import { MODULES, type ModulePermission } from "./permission";

const kindOf = (permission: ModulePermission, whose: "own" | "company") =>
  live({ kind: "test.thing.noted.v1", topic: "events.ops" }, { permission, whose, shows: z.object({}) });
const happened = (tenantId: string | null, userId: string | null) =>
  ({ tenant_id: tenantId, user_id: userId }) as BusEvent;
const roles = fc.constantFrom(...ROLES, "platform_admin" as const, "support" as const, null);
const tenants = fc.constantFrom("a", "b", null);
const users = fc.constantFrom("1", "2", null);

describe("who hears of an event", () => {
  it("is who may read the module, in the company of the event, and of others' only what is the company's", () => {
    fc.assert(
      fc.property(
        ...[roles, tenants, users, tenants, users],
        fc.constantFrom(...MODULES),
        fc.constantFrom("own" as const, "company" as const),
        fc.boolean(),
        (role, hearerTenant, hearerUser, tenant, user, module, whose, isEnrolled) => {
          const permission: ModulePermission = `${module}:read`;
          const may = roleMay(role, permission, isEnrolled);
          const actor = {
            userId: hearerUser,
            ownOnly: seesOwnOnly(role),
            can: (asked: Parameters<typeof roleMay>[1]) => roleMay(role, asked, isEnrolled),
          };
          const isHeard = hears(kindOf(permission, whose), happened(tenant, user), { tenantId: hearerTenant, actor });
          const isTheirs = user !== null && user === hearerUser;
          if (hearerTenant === null || tenant !== hearerTenant || !may) expect(isHeard).toBe(false);
          else if (isTheirs) expect(isHeard).toBe(true);
          else expect(isHeard).toBe(whose === "company" && role !== "client" && role !== "guest");
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("is nobody who belongs nowhere, not even of events that belong nowhere", () => {
    const actor = { userId: null, ownOnly: false, can: () => true };
    for (const whose of ["own", "company"] as const)
      expect(hears(kindOf("system:read", whose), happened(null, null), { tenantId: null, actor })).toBe(false);
  });
});
