import { command, query } from "@/lib/kernel/use-case";
import { sessionLimits } from "../../core/judge-session";
import { EndedSessions, MemberSessions } from "../../core/members/access-schemas";
import { ById } from "../../core/members/fields";
import { listMemberSessions } from "../../data/members";
import { revokeSessions } from "../../data/sessions";
import { mayAssign } from "../../policy";
import { companyOf, holdRoster, memberHere } from "./here";
import { refused } from "./refuse";

/** Where somebody is signed in to the company; their sessions in other companies are not its business. */
export const listSessionsOfMember = query({
  name: "members.session.list",
  permission: "members:write",
  input: ById,
  output: MemberSessions,
  async run(ctx, { id }) {
    const now = ctx.now();
    const { userId, role } = await memberHere(ctx, id);
    const seenSince = new Date(now.getTime() - sessionLimits(role).idleMs);
    const sessions = await listMemberSessions(ctx, { tenantId: companyOf(ctx), userId, seenSince, now });
    return {
      items: sessions.map((session) => ({
        id: session.id,
        ip: session.ip,
        user_agent: session.userAgent,
        signed_in_with: session.amr,
        created_at: session.createdAt.toISOString(),
        last_seen_at: session.lastSeenAt.toISOString(),
        expires_at: session.expiresAt.toISOString(),
      })),
    };
  },
});

/** Signs somebody out of the company on every device. Owners are signed out by owners only. */
export const endSessionsOfMember = command({
  name: "members.session.end",
  permission: "members:write",
  input: ById,
  output: EndedSessions,
  async run(ctx, { id }) {
    const { tenantId, actor } = await holdRoster(ctx);
    const { userId, role } = await memberHere(ctx, id);
    if (!mayAssign(actor.role, role)) throw refused("role_not_yours", "id");
    const ended = await revokeSessions(ctx, { userId, tenantId }, "ended_by_company", ctx.now());
    ctx.audit({ entity: "sessions", id: userId, after: { ended } });
    return { ended };
  },
});
