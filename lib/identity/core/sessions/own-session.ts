import type { ActingRole, Role } from "../../policy";
import { deviceKind, deviceWords } from "../device-words";
import { sessionLimits } from "../judge-session";
import type { OwnSession } from "./schemas";

/** A row of `sessions` that nobody has ended and whose time isn't over. */
export type SessionRow = {
  id: string;
  tenantId: string | null;
  amr: string[];
  ip: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

/** A person's access to a company. */
export type Place = {
  tenantId: string;
  tenantName: string;
  role: Role;
  hasAccess: boolean;
  expiresAt: Date | null;
  isClosed: boolean;
};

type Owner = { platformAdmin: boolean; places: readonly Place[]; currentId: string };

/**
 * A session as its person sees it; nothing for one that would let nobody in any more, idle for too long or without access
 * to its company, as `judgeSession` has it.
 */
export function ownSession(row: SessionRow, owner: Owner, now: Date): OwnSession | undefined {
  const place = owner.places.find(({ tenantId }) => tenantId === row.tenantId);
  if (!owner.platformAdmin && row.tenantId !== null && !mayEnter(place, now)) return undefined;
  const role: ActingRole | null = owner.platformAdmin ? "platform_admin" : (place?.role ?? null);
  if (now.getTime() - row.lastSeenAt.getTime() >= sessionLimits(role).idleMs) return undefined;
  return {
    id: row.id,
    device: deviceWords(row.userAgent),
    ...deviceKind(row.userAgent),
    ip: row.ip,
    company: place?.tenantName ?? null,
    signed_in_with: row.amr,
    created_at: row.createdAt.toISOString(),
    last_seen_at: row.lastSeenAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    is_current: row.id === owner.currentId,
  };
}

const mayEnter = (place: Place | undefined, now: Date): boolean =>
  place?.hasAccess === true && !place.isClosed && (place.expiresAt === null || place.expiresAt > now);
