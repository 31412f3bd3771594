import type { z } from "zod";
import type { NewKey as NewKeySchema } from "@/lib/identity/core/api-keys/schemas";
import type { Action, FormAction } from "../form/form-state";

export type NewKey = z.output<typeof NewKeySchema>;

export type KeyActions = {
  createKey: FormAction<NewKey>;
  rotateKey: FormAction<NewKey>;
  revokeKey: Action<{ id: string }, unknown>;
};
