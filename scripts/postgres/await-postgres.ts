import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

/** Recovery after a hard stop may take a while; a Postgres that is neither ready nor gone after this is stuck. */
const PATIENCE_MS = 120_000;

/** Resolves when Postgres takes connections at `url`; rejects when `gone` says that it ended before. */
export async function awaitPostgres(url: string, gone: () => boolean = () => false): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    if (gone()) throw new Error("Postgres ended while it was starting.");
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
