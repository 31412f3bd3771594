import { NoInput, query } from "@/lib/kernel/use-case";
import { KeyList } from "../../core/api-keys/schemas";
import { listKeys as readKeys } from "../../data/api-keys";
import { shownKeys } from "./shown-key";

/** How long a key that has ended stays in the list. */
const KEPT_MS = 90 * 86_400_000;

export const listKeys = query({
  name: "identity.key.list",
  permission: "integrations:read",
  input: NoInput,
  output: KeyList,
  async run(ctx) {
    const since = new Date(ctx.now().getTime() - KEPT_MS);
    return { items: await shownKeys(ctx, await readKeys(ctx, since)) };
  },
});
