import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { endOfKey } from "../../core/api-keys/key-terms";
import { CreateKey, NewKey } from "../../core/api-keys/schemas";
import { issueKey } from "./issue-key";
import { shownKey } from "./shown-key";

const WRONG_END = {
  past: { code: "expires_in_past", message: "This time is over: take one that lies ahead." },
  too_late: { code: "expires_too_late", message: "A key lives for two years at most; rotate it before it ends." },
};

export const createKey = command({
  name: "identity.key.create",
  permission: "integrations:write",
  fresh: true,
  secretAnswer: true,
  input: CreateKey,
  output: NewKey,
  async run(ctx, { name, scopes, allow_list, expires_at }) {
    const end = endOfKey(ctx.now(), expires_at);
    if (!end.ok)
      throw new AppError("validation", "One field is not valid.", {
        errors: [{ path: "expires_at", ...WRONG_END[end.code] }],
      });
    const { id, key } = await issueKey(ctx, { name, scopes, allowList: allow_list, expiresAt: end.end });
    return { ...(await shownKey(ctx, id)), key };
  },
});
