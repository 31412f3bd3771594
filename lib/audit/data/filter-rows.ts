import { Prisma } from "@/prisma/generated/client";
import { timeRange } from "../core/time-range";
import type { AuditFilter } from "../schemas";
import { ofTenant } from "./log-rows";

/** A text as part of a LIKE pattern: its own wildcards mean themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The condition of a list of entries, over `audit_log l`, for one company or for none. */
export function matching(tenantId: string | null, filter: AuditFilter): Prisma.Sql {
  const { from, before } = timeRange(filter);
  const conditions = [
    ofTenant(tenantId),
    filter.entity !== undefined && Prisma.sql`l.entity = ${filter.entity}`,
    filter.entity_id !== undefined && Prisma.sql`l.entity_id = ${filter.entity_id}`,
    filter.use_case !== undefined && isUseCase(filter.use_case),
    filter.actor !== undefined && isActor(tenantId, filter.actor),
    from && Prisma.sql`l.at >= ${from}`,
    before && Prisma.sql`l.at < ${before}`,
    filter.search !== undefined && mentions(filter.search),
  ].filter((condition) => condition !== false && condition !== undefined);
  return Prisma.join(conditions, " and ");
}

/** `identity.member` is also every `identity.member.…`. */
const isUseCase = (name: string): Prisma.Sql =>
  Prisma.sql`(l.use_case = ${name} or l.use_case like ${`${literal(name.replace(/\.$/, ""))}.%`})`;

/** By id, by kind, or by part of the name or address of a person, or of the name of a key that is theirs. */
function isActor(tenantId: string | null, actor: string): Prisma.Sql {
  const exact = Prisma.sql`l.actor_id = ${actor} or l.actor_kind = ${actor.toLowerCase()}`;
  if (tenantId === null) return Prisma.sql`(${exact})`;
  const part = `%${literal(actor)}%`;
  return Prisma.sql`(${exact}
    or l.actor_id = any (array (
      select a.user_id::text from user_access a
      where a.tenant_id = ${tenantId}::uuid and (a.email ilike ${part} or a.name ilike ${part})
      union all
      select k.id from api_keys k left join user_access a on a.user_id = k.user_id and a.tenant_id = k.tenant_id
      where k.tenant_id = ${tenantId}::uuid and (k.name ilike ${part} or a.email ilike ${part}))))`;
}

function mentions(text: string): Prisma.Sql {
  const part = `%${literal(text)}%`;
  return Prisma.sql`(l.entity_id ilike ${part} or l.use_case ilike ${part} or l.entity ilike ${part}
    or l.actor_id ilike ${part} or l.request_id = ${text} or l.before::text ilike ${part} or l.after::text ilike ${part})`;
}
