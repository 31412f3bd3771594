import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { ByKeyId, KeyItem } from "../../core/api-keys/schemas";
import { updateKey } from "../../data/api-keys";
import { keyOf, shownKey } from "./shown-key";

/** Ends a key at once. Asks for no proof of identity: who has lost a key must not be held up. */
export const revokeKey = command({
  name: "identity.key.revoke",
  permission: "integrations:write",
  input: ByKeyId,
  output: KeyItem,
  async run(ctx, { id }) {
    await keyOf(ctx, id);
    if (!(await updateKey(ctx, id, { revokedAt: ctx.now() })))
      throw new AppError("conflict", "This key is revoked already.");
    ctx.audit({ entity: "api_keys", id, before: { revoked: false }, after: { revoked: true } });
    return shownKey(ctx, id);
  },
});
