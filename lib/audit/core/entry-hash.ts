import canonicalize from "canonicalize";
import { exactJson } from "./exact-json";
import type { LogEntry, Sha256 } from "./log-entry";

/** A value as RFC 8785 writes it: one text a value, whoever writes it. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("This value has no JSON.");
  return text;
}

/**
 * What an entry's hash is taken over, with its chain and its number in it, so that it holds at no other place.
 * An absent `before` is left out, which is not the same as JSON's null.
 */
export function canonicalEntry(chain: string, seq: number | null, entry: LogEntry): string {
  return canonicalJson({
    chain,
    seq,
    id: entry.id,
    at: entry.at,
    tenant_id: entry.tenantId,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    request_id: entry.requestId,
    use_case: entry.useCase,
    entity: entry.entity,
    entity_id: entry.entityId,
    ...(entry.before === null ? {} : { before: exactJson(entry.before) }),
    ...(entry.after === null ? {} : { after: exactJson(entry.after) }),
  });
}

/** `sha256(prev_hash || canonical_json(row))`; the hash before has always 64 digits, so nothing can be moved across. */
export const entryHash = (sha256: Sha256, prevHash: string, chain: string, seq: number, entry: LogEntry): string =>
  sha256(prevHash + canonicalEntry(chain, seq, entry));
