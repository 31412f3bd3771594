import { setTimeout as wait } from "node:timers/promises";

/** The address that a person types; an unspecified one is reached at this machine's own. */
export function baseUrl(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

export function probeUrl(host: string, port: number): string {
  if (host === "0.0.0.0") return baseUrl("127.0.0.1", port);
  return host === "::" ? baseUrl("::1", port) : baseUrl(host, port);
}

/** Resolves when GET /ready answers 200. A web server that can't start is the supervisor's to report. */
export async function awaitReady(base: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // On a busy machine the answer, or its end, may take longer than one try waits.
    if (await isReady(base)) return;
    await wait(100);
  }
}

const isReady = (base: string): Promise<boolean> =>
  fetch(`${base}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
    async (answer) => {
      await answer.arrayBuffer().catch(() => undefined);
      return answer.status === 200;
    },
    () => false,
  );
