import { createOwner } from "@/lib/identity/use-cases/create-account";
import type { Ctx } from "@/lib/kernel/context";
import { openUnitOfWork } from "@/lib/platform/unit-of-work";
import { systemCtx } from "@/lib/transport/ctx";
import { withDatabase } from "../with-database";

/** A company on a database of its own, in this process: `asOwner` is the context of a request by its owner. */
export type BenchCompany = { tenantId: string; userId: string; asOwner(): Ctx };

export const withCompany = <T>(work: (company: BenchCompany) => Promise<T>): Promise<T> =>
  withDatabase(async () => {
    const person = {
      email: "owner@bench.example",
      name: "Bench",
      password: "seven-quiet-transformers",
      company: "Deep Shaft",
    };
    const { tenant_id: tenantId, user_id: userId } = await createOwner.execute(systemCtx("bench"), person);
    return work({ tenantId, userId, asOwner: () => ownerCtx(tenantId, userId) });
  });

/** The context of a request by the owner, without a session in between. */
export function ownerCtx(tenantId: string, userId: string): Ctx {
  const system = systemCtx("bench");
  const scope = { tenantId, userId, ownOnly: false, lookup: null, work: "" as const };
  const { actor, requestId, now } = system;
  return { ...system, tenantId, begin: (useCase) => openUnitOfWork(useCase, { actor, requestId, scope, now }) };
}
