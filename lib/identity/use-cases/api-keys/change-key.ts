import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { hasEnded } from "../../core/api-keys/key-terms";
import { ChangeKey, KeyItem } from "../../core/api-keys/schemas";
import { updateKey } from "../../data/api-keys";
import { requireOwnScopes } from "./issue-key";
import { keyKeeper } from "./key-keeper";
import { keyOf, shownKey } from "./shown-key";

export const changeKey = command({
  name: "identity.key.change",
  permission: "integrations:write",
  fresh: true,
  input: ChangeKey,
  output: KeyItem,
  async run(ctx, { id, name, scopes, allow_list }) {
    const old = await keyOf(ctx, id);
    if (hasEnded(old, ctx.now())) throw ended();
    if (scopes) requireOwnScopes(keyKeeper(ctx).role, scopes);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(scopes === undefined ? {} : { scopes }),
      ...(allow_list === undefined ? {} : { allowList: allow_list }),
    };
    if (!(await updateKey(ctx, id, change))) throw ended();
    const shown = await shownKey(ctx, id);
    ctx.audit({
      entity: "api_keys",
      id,
      before: { name: old.name, scopes: old.scopes, allow_list: old.allowList },
      after: { name: shown.name, scopes: shown.scopes, allow_list: shown.allow_list },
    });
    return shown;
  },
});

const ended = () => new AppError("conflict", "This key has ended and can't be changed: make a new one.");
