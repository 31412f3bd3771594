import { catalogue } from "./machines";
import { currentMarket } from "./market";
import { log } from "./platform/log";
import { visitorCtx } from "./transport/ctx";

/** Fills the cache with what every visitor needs: the market and the catalogue. Never throws: then visitors load it. */
export async function warmUp(): Promise<void> {
  const ctx = visitorCtx();
  const begun = performance.now();
  try {
    await Promise.all([currentMarket(ctx), catalogue(ctx)]);
    log.info({ ms: Math.round(performance.now() - begun) }, "the cache is warm");
  } catch (error) {
    log.warn({ err: error }, "the cache was not warmed up");
  }
}
