import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { AuditStatus } from "../schemas";

type Row = {
  unsealed: number;
  unsealedSince: Date | null;
  sealed: Date | null;
  unsigned: Date | null;
  signed: Date | null;
};

/** Found by jumping through the index from one to the next. */
const ALL_CHAINS = Prisma.sql`
  (select chain from audit_chain order by chain, seq limit 1)
  union all
  select next.chain from chains cross join lateral
    (select chain from audit_chain c where c.chain > chains.chain order by c.chain, c.seq limit 1) next`;

/**
 * How far sealing and signing have come: in a company's chain, or in all of them (`null`), for which the unit looks as the
 * sealer for this one question. What isn't sealed is nearly always the newest, so the newest 1,000 entries are looked at.
 */
export async function readAuditState(ctx: { unit: UnitOfWork }, tenantId: string | null): Promise<AuditStatus> {
  const db = await tx(ctx);
  if (tenantId === null) await ctx.unit.rescope({ work: "sealer" });
  const ours = tenantId === null ? Prisma.sql`true` : Prisma.sql`tenant_id = ${tenantId}::uuid`;
  const [row] = await db.$queryRaw<Row[]>`
    with recursive newest as (select id, at from audit_log where ${ours} order by id desc limit 1000),
      fresh as (select at from newest n where not exists (select from audit_chain c where c.audit_id = n.id)),
      chains as (${tenantId === null ? ALL_CHAINS : Prisma.sql`select chain from audit_chain where ${ours} limit 1`}),
      unsigned as (
        select link.sealed_at from chains cross join lateral
          (select coalesce(max(seq), 0) as seq from audit_checkpoints k where k.chain = chains.chain) covered
        join audit_chain link on link.chain = chains.chain and link.seq = covered.seq + 1)
    select (select count(*)::int from fresh) as unsealed, (select min(at) from fresh) as "unsealedSince",
      (select max(last.sealed_at) from chains cross join lateral
        (select sealed_at from audit_chain c where c.chain = chains.chain order by seq desc limit 1) last) as sealed,
      (select min(sealed_at) from unsigned) as unsigned,
      (select max(signed_at) from audit_checkpoints where ${ours}) as signed`;
  if (tenantId === null) await ctx.unit.rescope({ work: "platform" });
  return {
    unsealed: row?.unsealed ?? 0,
    unsealed_since: row?.unsealedSince?.toISOString() ?? null,
    unsigned_since: row?.unsigned?.toISOString() ?? null,
    last_sealed_at: row?.sealed?.toISOString() ?? null,
    last_checkpoint_at: row?.signed?.toISOString() ?? null,
  };
}
