import type { PlacedEntry } from "../data/entries";
import type { AuditActor, AuditItem } from "../schemas";

/** An entry as it goes out. */
export const itemOf = (entry: PlacedEntry, actor: AuditActor): AuditItem => ({
  id: entry.id,
  at: entry.at,
  actor,
  use_case: entry.useCase,
  entity: entry.entity,
  entity_id: entry.entityId,
  request_id: entry.requestId,
  seq: entry.seq,
  hash: entry.hash,
});
