import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { hasEnded, planRotation } from "../../core/api-keys/key-terms";
import { NewKey, RotateKey } from "../../core/api-keys/schemas";
import { updateKey } from "../../data/api-keys";
import { KEY_SCOPES } from "../../policy";
import { issueKey } from "./issue-key";
import { keyOf, shownKey } from "./shown-key";
import { wantedEnd } from "./wanted-end";

/**
 * A new key with the settings of an old one, its end too unless another is said. It belongs to whoever rotates, who alone sees it: it does no more than they
 * may, whoever made the old one.
 */
export const rotateKey = command({
  name: "identity.key.rotate",
  permission: "integrations:write",
  fresh: true,
  secretAnswer: true,
  input: RotateKey,
  output: NewKey,
  async run(ctx, { id: oldId, overlap_hours, expires_at }) {
    const now = ctx.now();
    const old = await keyOf(ctx, oldId);
    if (hasEnded(old, now)) throw new AppError("conflict", "This key has ended: make a new one.");
    if (old.replacedBy) throw replaced(old.replacedBy);
    const { oldEnd, revokeOld } = planRotation(old, overlap_hours, now);
    const newEnd = expires_at === undefined && old.expiresAt ? old.expiresAt : wantedEnd(now, expires_at);
    const scopes = KEY_SCOPES.filter((scope) => old.scopes.includes(scope));
    const { id, key } = await issueKey(ctx, { ...old, scopes, expiresAt: newEnd });
    const change = { expiresAt: oldEnd, replacedBy: id, ...(revokeOld ? { revokedAt: now } : {}) };
    if (!(await updateKey(ctx, oldId, change, true))) throw replaced("another");
    ctx.audit({
      entity: "api_keys",
      id: oldId,
      before: { expires_at: old.expiresAt?.toISOString() ?? null, replaced_by: null },
      after: {
        expires_at: oldEnd.toISOString(),
        replaced_by: id,
        revoked: revokeOld,
        successor: { name: old.name, scopes, allow_list: old.allowList, expires_at: newEnd.toISOString() },
      },
    });
    return { ...(await shownKey(ctx, id)), key };
  },
});

const replaced = (by: string) =>
  new AppError("conflict", `The key ${by} has taken this one's place already: rotate that one.`);
