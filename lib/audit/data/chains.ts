import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { ChainEnd, NewLink } from "../core/extend-chains";
import type { ChainRow } from "../core/log-entry";
import { ENTRY_COLUMNS, type EntryColumns, entryOf } from "./log-rows";

type InUnit = { unit: UnitOfWork };

/** Where these chains end; one that has no link is not in it. */
export async function readChainEnds(ctx: InUnit, chains: readonly string[]): Promise<Map<string, ChainEnd>> {
  if (chains.length === 0) return new Map();
  const rows = await (await tx(ctx)).$queryRaw<{ chain: string; seq: bigint; hash: string }[]>`
    select named.chain, last.seq, last.hash
    from unnest(array[${Prisma.join([...chains])}]::text[]) as named (chain)
    cross join lateral (select seq, hash from audit_chain c where c.chain = named.chain order by seq desc limit 1) last`;
  return new Map(rows.map(({ chain, seq, hash }) => [chain, { seq: Number(seq), hash }]));
}

/** The chains that there are, found by jumping through the index from one to the next. */
export async function readChains(ctx: InUnit): Promise<{ chain: string; tenantId: string | null }[]> {
  return (await tx(ctx)).$queryRaw`
    with recursive found as (
      (select chain, tenant_id from audit_chain order by chain, seq limit 1)
      union all
      select next.* from found cross join lateral
        (select chain, tenant_id from audit_chain c where c.chain > found.chain order by c.chain, c.seq limit 1) next)
    select chain, tenant_id::text as "tenantId" from found`;
}

/** The hash of one link and the entry it stands for, if it is there. */
export async function readLink(
  ctx: InUnit,
  chain: string,
  seq: number,
): Promise<{ hash: string; auditId: string } | undefined> {
  const row = await (await tx(ctx)).auditChain.findUnique({
    where: { chain_seq: { chain, seq } },
    select: { hash: true, auditId: true },
  });
  return row ? { hash: row.hash, auditId: String(row.auditId) } : undefined;
}

/** The number of the first link that stands for an entry behind this one. */
export async function readPlaceOf(ctx: InUnit, chain: string, auditId: string): Promise<number | undefined> {
  const row = await (await tx(ctx)).auditChain.findFirst({
    where: { chain, auditId: { gt: BigInt(auditId) } },
    orderBy: { seq: "asc" },
    select: { seq: true },
  });
  return row ? Number(row.seq) : undefined;
}

/** Adds links, in one statement. */
export async function insertLinks(ctx: InUnit, links: readonly NewLink[], now: Date): Promise<void> {
  const rows = links.map(({ chain, seq, tenantId, auditId, prevHash, hash }) => ({
    chain,
    seq,
    tenant_id: tenantId,
    audit_id: auditId,
    prev_hash: prevHash,
    hash,
    sealed_at: now.toISOString(),
  }));
  await (await tx(ctx)).$executeRaw`
    insert into audit_chain (chain, seq, tenant_id, audit_id, prev_hash, hash, sealed_at)
    select chain, seq, tenant_id, audit_id, prev_hash, hash, sealed_at
    from jsonb_populate_recordset(null::audit_chain, ${JSON.stringify(rows)}::jsonb)`;
}

type ChainColumns = EntryColumns & { seq: bigint; auditId: string; prevHash: string; hash: string; isThere: boolean };

/** Links behind a number, up to another, each with its entry. */
export async function readChainRows(
  ctx: InUnit,
  { chain, after, upTo, limit }: { chain: string; after: number; upTo: number; limit: number },
): Promise<ChainRow[]> {
  const rows = await (await tx(ctx)).$queryRaw<ChainColumns[]>`
    select c.seq, c.audit_id::text as "auditId", c.prev_hash as "prevHash", c.hash, l.id is not null as "isThere",
      ${ENTRY_COLUMNS}
    from audit_chain c left join audit_log l on l.id = c.audit_id
    where c.chain = ${chain} and c.seq > ${after} and c.seq <= ${upTo}
    order by c.seq
    limit ${limit}`;
  return rows.map((row) => ({
    seq: Number(row.seq),
    auditId: row.auditId,
    prevHash: row.prevHash,
    hash: row.hash,
    entry: row.isThere ? entryOf(row) : null,
  }));
}
