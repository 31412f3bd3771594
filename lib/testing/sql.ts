import { Client } from "pg";

/** Runs one statement as the owner of the test database and gives its rows: for what no use case does. */
export async function sql<Row = Record<string, unknown>>(
  words: TemplateStringsArray,
  ...values: unknown[]
): Promise<Row[]> {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    const text = words.reduce((all, word, index) => `${all}$${index}${word}`);
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
