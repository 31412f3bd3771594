import { command } from "@/lib/kernel/use-case";
import { CreateKey, NewKey } from "../../core/api-keys/schemas";
import { issueKey } from "./issue-key";
import { shownKey } from "./shown-key";
import { wantedEnd } from "./wanted-end";

export const createKey = command({
  name: "identity.key.create",
  permission: "integrations:write",
  fresh: true,
  secretAnswer: true,
  input: CreateKey,
  output: NewKey,
  async run(ctx, { name, scopes, allow_list, expires_at }) {
    const expiresAt = wantedEnd(ctx.now(), expires_at);
    const { id, key } = await issueKey(ctx, { name, scopes, allowList: allow_list, expiresAt });
    ctx.audit({ entity: "api_keys", id, after: { name, scopes, allow_list, expires_at: expiresAt.toISOString() } });
    return { ...(await shownKey(ctx, id)), key };
  },
});
