import type { Instrumentation } from "next";

/** The server begins without what takes longer; its first visitors load it then. */
const WARM_UP_MS = 3_000;

/** At the boot of the web server: an environment that can't be used ends it here, with words; then it is watched. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/platform/env");
  env();
  const { watchWeb } = await import("./lib/transport/watch");
  await watchWeb();
  const { warmUp } = await import("./lib/warm-up");
  await Promise.race([warmUp(), new Promise((resolve) => setTimeout(resolve, WARM_UP_MS).unref())]);
}

/** What a page throws goes to the log like everything else: structured, with secrets taken out. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/platform/log");
  log.error({ err: error, method: request.method, path: request.path, route: context.routePath }, "page failed");
};
