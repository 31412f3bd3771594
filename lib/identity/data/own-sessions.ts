import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { SessionRow } from "../core/sessions/own-session";

type InUnit = { unit: UnitOfWork };

/** A person's sessions that nobody has ended and whose time isn't over, the last used first. */
export async function listOwnSessions(ctx: InUnit, userId: string, now: Date): Promise<SessionRow[]> {
  return (await tx(ctx)).session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      tenantId: true,
      amr: true,
      ip: true,
      userAgent: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
    },
  });
}

/** Whether a session is this person's. The company sees its members' sessions too, so the person is asked for by name. */
export async function isOwnSession(ctx: InUnit, id: string, userId: string): Promise<boolean> {
  return (await (await tx(ctx)).session.count({ where: { id, userId } })) === 1;
}
