import type { Ctx, QueryCtx } from "./context";

/**
 * Runs `body` in a unit of work of its own, committed at once: for what must not wait for, or hold open, the
 * transaction of the use case around it (a read before a slow outside call, a refresh that outlives its request).
 */
export async function inOwnUnit<T>(ctx: Ctx, name: string, body: (ctx: QueryCtx) => Promise<T>): Promise<T> {
  const unit = ctx.begin(name);
  try {
    const result = await body({ ...ctx, unit });
    await unit.commit();
    return result;
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
}
