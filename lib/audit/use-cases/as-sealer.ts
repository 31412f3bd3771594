import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";

/** Runs `body` in a transaction of its own that sees every company's log, to number and sign it. */
export const asSealer = <T>(ctx: Ctx, name: string, body: (ctx: QueryCtx) => Promise<T>): Promise<T> =>
  inOwnUnit(ctx, name, async (own) => {
    await own.unit.rescope({ work: "sealer", tenantId: null, userId: null });
    return body(own);
  });
