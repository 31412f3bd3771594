import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { hashPassword } from "../adapters/password-hash";
import { findDemoTenants, findEverMember } from "../data/demo-tenants";
import { insertTenant } from "../data/tenants";
import { insertAccess } from "../data/user-access";
import { findUserByEmail, insertUser, updateUser } from "../data/users";
import { CompanyFounded, MemberChanged } from "../events";
import { ROLES, type Role } from "../policy";

const DemoLogin = z.object({
  role: z.enum([...ROLES, "platform_admin"]),
  email: z.string(),
  password: z.string(),
  tenant: z.string(),
});
export type DemoLogin = z.output<typeof DemoLogin>;

/**
 * Makes the accounts of the demo as they are given: the first company on Enterprise, the others on Free. What is there
 * stays; `renew` gives accounts that are there the given password, for when the note of the old ones was lost.
 */
export const seedDemoAccounts = command({
  name: "identity.demo.seed",
  permission: "system",
  emits: [CompanyFounded, MemberChanged],
  input: z.object({ logins: z.array(DemoLogin), renew: z.boolean() }),
  output: z.object({ made: z.int(), renewed: z.int() }),
  async run(ctx, { logins, renew }) {
    const tenants = await demoTenants(ctx, logins);
    let made = 0;
    let renewed = 0;
    for (const login of logins) {
      const known = await findUserByEmail(ctx, login.email);
      if (!known) {
        await makeAccount(ctx, login, tenants.get(login.tenant));
        made++;
      } else if (renew && known.isDemo) {
        await ctx.unit.rescope({ userId: known.id });
        await updateUser(ctx, known.id, {
          passwordHash: await hashPassword(login.password),
          passwordChangedAt: ctx.now(),
        });
        renewed++;
      }
    }
    await ctx.unit.rescope({ tenantId: null, userId: null });
    ctx.audit({ entity: "tenants", id: "demo", after: { made, renewed } });
    return { made, renewed };
  },
});

/** The companies of logins, by the names that the logins call them. One is known by its people: its name is theirs to change. */
async function demoTenants(ctx: CommandCtx, logins: readonly DemoLogin[]): Promise<Map<string, string>> {
  const names = new Map(logins.filter(({ tenant }) => tenant !== "").map(({ email, tenant }) => [email, tenant]));
  const tenants = new Map<string, string>();
  for (const { id } of await findDemoTenants(ctx)) {
    const name = names.get((await findEverMember(ctx, id, [...names.keys()])) ?? "");
    if (name !== undefined) tenants.set(name, id);
  }
  for (const [index, name] of [...new Set(names.values())].entries()) {
    if (tenants.has(name)) continue;
    const id = crypto.randomUUID();
    await insertTenant(ctx, { id, name, plan: index === 0 ? "enterprise" : "free", isDemo: true, now: ctx.now() });
    tenants.set(name, id);
  }
  return tenants;
}

async function makeAccount(ctx: CommandCtx, login: DemoLogin, tenantId: string | undefined): Promise<void> {
  const now = ctx.now();
  const id = crypto.randomUUID();
  const name = NAMES[login.role];
  const platformAdmin = login.role === "platform_admin";
  const passwordHash = await hashPassword(login.password);
  await insertUser(ctx, {
    id,
    email: login.email,
    name,
    locale: "en",
    passwordHash,
    now,
    isVerified: true,
    isDemo: true,
    platformAdmin,
  });
  if (login.role === "platform_admin" || !tenantId) return;
  await ctx.unit.rescope({ tenantId });
  await insertAccess(ctx, {
    id: crypto.randomUUID(),
    tenantId,
    userId: id,
    email: login.email,
    name,
    role: login.role,
    now,
  });
}

const NAMES: Record<Role | "platform_admin", string> = {
  owner: "Olivia Owner",
  admin: "Adam Admin",
  mining_site_owner: "Mei Site-Owner",
  operator: "Omar Operator",
  client: "Clara Client",
  guest: "Gus Guest",
  platform_admin: "Pat Platform",
};
