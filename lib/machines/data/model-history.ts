import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { ModelEntry } from "../core/administration/history-of";

type InUnit = { unit: UnitOfWork };

/** How many changes of one row are shown. */
const MOST = 100;

/** What the audit log says of one row of the catalogue, the last first: a company's own entries, or the platform's. */
export async function readModelEntries(ctx: InUnit, id: string, tenantId: string | null): Promise<ModelEntry[]> {
  const db = await tx(ctx);
  const entries = await db.auditLog.findMany({
    where: { tenantId, entity: "miner_models", entityId: id },
    orderBy: { id: "desc" },
    take: MOST,
    select: { at: true, actorKind: true, actorId: true, useCase: true, before: true, after: true },
  });
  const names = await namesOf(ctx, entries, tenantId);
  return entries.map(({ at, actorKind, actorId, useCase, before, after }) => ({
    at: at.toISOString(),
    useCase,
    by: { kind: kindOf(actorKind, tenantId), name: names.get(actorId) ?? null },
    before,
    after,
  }));
}

function kindOf(actorKind: string, tenantId: string | null): ModelEntry["by"]["kind"] {
  if (actorKind === "system" || actorKind === "program") return actorKind;
  return tenantId === null ? "platform" : "person";
}

/** Members and keys of the company by their ids. The platform's people are no company's to name. */
async function namesOf(
  ctx: InUnit,
  actors: readonly { actorKind: string; actorId: string }[],
  tenantId: string | null,
): Promise<Map<string, string>> {
  if (tenantId === null) return new Map();
  const db = await tx(ctx);
  const ids = (kind: string) => [...new Set(actors.filter((a) => a.actorKind === kind).map((a) => a.actorId))];
  const people = await db.userAccess.findMany({
    where: { tenantId, userId: { in: ids("person") } },
    select: { userId: true, name: true },
  });
  const keys = await db.apiKey.findMany({
    where: { tenantId, id: { in: ids("program") } },
    select: { id: true, name: true },
  });
  return new Map([
    ...people.map(({ userId, name }) => [userId, name] as const),
    ...keys.map(({ id, name }) => [id, name] as const),
  ]);
}
