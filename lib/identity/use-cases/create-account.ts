import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { insertTenant } from "../data/tenants";
import { insertAccess } from "../data/user-access";
import { findUserByEmail, insertUser } from "../data/users";
import { CompanyFounded, MemberChanged } from "../events";
import { CompanyName, EmailAddress, LocaleCode, PersonName, TypedPassword } from "../schemas";
import { newPasswordHash } from "./new-password";

const Person = { email: EmailAddress, name: PersonName, password: TypedPassword, locale: LocaleCode.default("en") };

/** Made on the machine itself, so the address needs no mail to be believed. */
async function insertPerson(
  ctx: CommandCtx,
  person: { email: string; name: string; locale: "en" | "zh" },
  more: { passwordHash: string; platformAdmin: boolean },
) {
  if (await findUserByEmail(ctx, person.email))
    throw new AppError("conflict", `There is an account with the address ${person.email} already.`);
  const id = crypto.randomUUID();
  const { email, name, locale } = person;
  await insertUser(ctx, { id, email, name, locale, ...more, isVerified: true, now: ctx.now() });
  return id;
}

/** The first owner of an installation on a Postgres of one's own, or a further company. Throws `conflict`, `validation`. */
export const createOwner = command({
  name: "identity.owner.create",
  permission: "system",
  emits: [CompanyFounded, MemberChanged],
  input: z.strictObject({ ...Person, company: CompanyName }),
  output: z.object({ user_id: z.uuid(), tenant_id: z.uuid() }),
  async run(ctx, input) {
    const now = ctx.now();
    const passwordHash = await newPasswordHash(input.password, [input.name, input.company, input.email]);
    const userId = await insertPerson(ctx, input, { passwordHash, platformAdmin: false });
    const tenantId = crypto.randomUUID();
    const { email, name } = input;
    await insertTenant(ctx, { id: tenantId, name: input.company, plan: "free", now });
    await insertAccess(ctx, { id: crypto.randomUUID(), tenantId, userId, email, name, role: "owner", now });
    ctx.audit({ entity: "tenants", id: tenantId, after: { name: input.company, owner: userId } });
    return { user_id: userId, tenant_id: tenantId };
  },
});

/** An account that keeps the platform and belongs to no company. Throws `conflict`, `validation`. */
export const createPlatformAdmin = command({
  name: "identity.platform-admin.create",
  permission: "system",
  input: z.strictObject(Person),
  output: z.object({ user_id: z.uuid() }),
  async run(ctx, input) {
    const passwordHash = await newPasswordHash(input.password, [input.name, input.email]);
    const userId = await insertPerson(ctx, input, { passwordHash, platformAdmin: true });
    ctx.audit({ entity: "users", id: userId, after: { platform_admin: true } });
    return { user_id: userId };
  },
});
