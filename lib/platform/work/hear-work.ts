import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { env } from "../env";
import { heard } from "../events/wake";

/** After so long it listens again where it lost its connection; until then the queue is looked at every other second. */
const AGAIN_MS = 2_000;

/** Hears of work that other processes asked for, until it is stopped. */
export function hearWork(): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let client: Client | undefined;
  const listening = (async () => {
    while (!stopping.signal.aborted) {
      client = new Client({
        connectionString: env().DATABASE_URL,
        application_name: "hashinsight work",
        keepAlive: true,
      });
      const lost = new Promise<void>((resolve) => void client?.once("end", resolve).once("error", () => resolve()));
      client.on("error", () => undefined);
      client.on("notification", heard);
      await listen(client).then(
        () => lost,
        () => undefined,
      );
      await client.end().catch(() => undefined);
      await wait(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}

async function listen(client: Client): Promise<void> {
  await client.connect();
  await client.query("listen hashinsight_work");
}
