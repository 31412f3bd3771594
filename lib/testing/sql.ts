import { Client } from "pg";

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
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
