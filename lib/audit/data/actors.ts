import type { UnitOfWork } from "@/lib/kernel/context";
import { type Tx, tx } from "@/lib/platform/db";
import type { LogEntry } from "../core/log-entry";
import { outsideEmail } from "../core/outside-actor";
import type { AuditActor } from "../schemas";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Finds names and addresses of who acted, as far as the company knows them or the entry itself says it; of the platform's log, only the reader's own.
 * Gives how to look one up.
 */
export async function readActors(
  ctx: { unit: UnitOfWork; tenantId: string | null },
  entries: readonly LogEntry[],
): Promise<(entry: LogEntry) => AuditActor> {
  const { tenantId } = ctx;
  const idsOf = (kind: string) => [
    ...new Set(entries.filter(({ actorKind }) => actorKind === kind).map(({ actorId }) => actorId)),
  ];
  const db = await tx(ctx);
  const programs = idsOf("program");
  const keys =
    tenantId !== null && programs.length > 0
      ? await db.apiKey.findMany({
          where: { tenantId, id: { in: programs } },
          select: { id: true, name: true, userId: true },
        })
      : [];
  const people = [...idsOf("person").filter((id) => UUID.test(id)), ...keys.map(({ userId }) => userId)];
  const members = people.length > 0 ? await findPeople(db, tenantId, people) : [];
  const memberOf = new Map(members.map((member) => [member.userId, member]));
  const keyOf = new Map(keys.map((key) => [key.id, key]));
  return (entry) => {
    const { actorKind, actorId } = entry;
    const key = actorKind === "program" ? keyOf.get(actorId) : undefined;
    const member = memberOf.get(key?.userId ?? actorId);
    return {
      kind: actorKind,
      id: actorId,
      email: member?.email ?? outsideEmail(entry),
      name: key?.name ?? member?.name ?? null,
    };
  };
}

async function findPeople(db: Tx, tenantId: string | null, ids: string[]) {
  if (tenantId !== null) {
    const select = { userId: true, email: true, name: true };
    return db.userAccess.findMany({ where: { tenantId, userId: { in: ids } }, select });
  }
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, email: true, name: true } });
  return users.map(({ id, ...user }) => ({ userId: id, ...user }));
}
