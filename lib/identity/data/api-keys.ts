import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { KeyRow, Maker } from "../core/api-keys/key-item";

type InUnit = { unit: UnitOfWork };

const ROW = {
  id: true,
  userId: true,
  name: true,
  scopes: true,
  allowList: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  replacedBy: true,
} as const;

/** The company's keys that work, or ended after `since`; the newest first. */
export async function listKeys(ctx: InUnit, since: Date): Promise<KeyRow[]> {
  return (await tx(ctx)).apiKey.findMany({
    where: {
      AND: [
        { OR: [{ revokedAt: null }, { revokedAt: { gt: since } }] },
        { OR: [{ expiresAt: null }, { expiresAt: { gt: since } }] },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: ROW,
  });
}

export async function findKey(ctx: InUnit, id: string): Promise<KeyRow | undefined> {
  return (await (await tx(ctx)).apiKey.findUnique({ where: { id }, select: ROW })) ?? undefined;
}

/** How many of the company's keys work at `now`. */
export async function countLiveKeys(ctx: InUnit, now: Date): Promise<number> {
  return (await tx(ctx)).apiKey.count({
    where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
}

type NewKey = Omit<KeyRow, "lastUsedAt" | "revokedAt" | "replacedBy"> & { tenantId: string; secretHash: string };

export async function insertKey(ctx: InUnit, key: NewKey): Promise<void> {
  await (await tx(ctx)).apiKey.createMany({ data: key });
}

type Change = Partial<Pick<KeyRow, "name" | "scopes" | "allowList" | "expiresAt" | "revokedAt" | "replacedBy">>;

/** Changes a key that isn't revoked; whether it was one. `notReplaced` asks too that no other has taken its place. */
export async function updateKey(ctx: InUnit, id: string, change: Change, notReplaced = false): Promise<boolean> {
  const { count } = await (await tx(ctx)).apiKey.updateMany({
    where: { id, revokedAt: null, ...(notReplaced ? { replacedBy: null } : {}) },
    data: change,
  });
  return count === 1;
}

/** Who made the keys, by the person's id: as the company sees them. */
export async function findMakers(ctx: InUnit, userIds: readonly string[]): Promise<Map<string, Maker>> {
  const rows = await (await tx(ctx)).userAccess.findMany({
    where: { userId: { in: [...new Set(userIds)] } },
    select: { userId: true, name: true, email: true, hasAccess: true, expiresAt: true },
  });
  return new Map(rows.map((row) => [row.userId, row]));
}

/** What the company's keys are called, by their ids; also those that ended. */
export async function nameKeys(ctx: InUnit): Promise<Map<string, string>> {
  const rows = await (await tx(ctx)).apiKey.findMany({ select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
