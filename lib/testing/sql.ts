import { Pool } from "pg";

/** The test database, as who may pass by row-level security: `DATABASE_ADMIN_URL` is the server's superuser. */
export function adminUrl(): string {
  const url = new URL(process.env.DATABASE_ADMIN_URL ?? "");
  url.pathname = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  return url.toString();
}

/** Runs one statement on the test database, whatever its policies say, and gives its rows: for what no use case does. */
export async function sql<Row = Record<string, unknown>>(
  words: TemplateStringsArray,
  ...values: unknown[]
): Promise<Row[]> {
  return query<Row>(
    words.reduce((all, word, index) => `${all}$${index}${word}`),
    values,
  );
}

/** The same for a statement whose text is made by the test. */
export async function query<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await poolOf(adminUrl()).connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    // What a test set for its statement (replica, a role) is no business of the next one's.
    const isClean = await client.query("discard all").then(
      () => true,
      () => false,
    );
    client.release(!isClean);
  }
}

const pools = new Map<string, Pool>();

/** One pool a database, of which a test file may have one of its own; it keeps no process alive. */
function poolOf(connectionString: string): Pool {
  const known = pools.get(connectionString);
  if (known) return known;
  const pool = new Pool({ connectionString, max: 4, allowExitOnIdle: true, idleTimeoutMillis: 2_000 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  pools.set(connectionString, pool);
  return pool;
}
