import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/**
 * Changes of who is in a company happen one after the other, to the end of the transaction: what was judged after this
 * still holds when it is written. Doesn't wait for, or stop, whoever only refers to the company.
 */
export async function lockRoster(ctx: { unit: UnitOfWork }, tenantId: string): Promise<void> {
  await (await tx(ctx)).$queryRaw`select 1 from tenants where id = ${tenantId}::uuid for no key update`;
}
