import { Client } from "pg";
import { DATABASE, type Logins, OWNER, RUNTIME } from "./logins";

/** Makes the two roles and the database of the embedded Postgres, as its superuser. Repeatable. */
export async function provisionEmbedded(
  superuserUrl: string,
  logins: Logins,
  database: string = DATABASE,
): Promise<void> {
  await asUser(superuserUrl, async (client) => {
    const literal = (text: string) => client.escapeLiteral(text);
    const name = client.escapeIdentifier(database);
    for (const role of [OWNER, RUNTIME] as const) {
      await createRole(client, role);
      await client.query(
        `alter role ${role} with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ${literal(logins[role])}`,
      );
    }
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${RUNTIME}`);
  });
}

/** The role that the migrations grant to. The race of two starts at once is no error. */
export async function createRole(client: Client, role: string, attributes = ""): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${attributes}; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
}

export async function asUser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
