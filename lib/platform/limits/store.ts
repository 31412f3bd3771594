import { Pool } from "pg";
import { env } from "../env";

declare global {
  // Next's development server reloads modules; the pool must survive that.
  var hashinsightLimits: Pool | undefined;
}

/**
 * A few connections for the limits alone. A use case that counts while it holds its transaction would else wait for a
 * connection that only it can free; and a full pool must not stop the counting that keeps it from being full.
 */
export function limitsPool(): Pool {
  globalThis.hashinsightLimits ??= open();
  return globalThis.hashinsightLimits;
}

function open(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: 3,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 3_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it is replaced; without an ear the process would end.
  pool.on("error", () => undefined);
  return pool;
}
