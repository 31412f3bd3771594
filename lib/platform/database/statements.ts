import type { QueryConfig } from "pg";
import type { AuditEntry, Scope } from "@/lib/kernel/context";

// What the ground itself says to the database in every transaction. Prepared by name, so that Postgres plans it once.

const SCOPE = `select set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true),
  set_config('app.own_only', $3, true), set_config('app.lookup', $4, true), set_config('app.scope', $5, true)`;
/** Behind who stands still in the middle of events all later ones wait: a third of the time that others have (db.ts). */
const SCOPE_OF_EVENTS = `${SCOPE}, set_config('idle_in_transaction_session_timeout', '10000', true)`;

/** Sets what the rest of the transaction sees; gone with it. */
export const scopeStatement = ({ tenantId, userId, ownOnly, lookup, work }: Scope): QueryConfig => ({
  ...(work === "events" ? { name: "scope-events", text: SCOPE_OF_EVENTS } : { name: "scope", text: SCOPE }),
  values: [tenantId ?? "", userId ?? "", ownOnly ? "on" : "", lookup ?? "", work],
});

export type EntriesOf = {
  tenantId: string | null;
  actor: { kind: string; id: string };
  requestId: string;
  useCase: string;
  at: Date;
};

export const auditStatement = (of: EntriesOf, entries: readonly AuditEntry[]): QueryConfig => ({
  name: "audit",
  text: `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id, before, after)
    select $1, $2, $3, $4, $5, $6, entity, id, before, after
    from jsonb_to_recordset($7) as entry(entity text, id text, before jsonb, after jsonb)`,
  values: [of.at, of.tenantId, of.actor.kind, of.actor.id, of.requestId, of.useCase, JSON.stringify(entries)],
});
