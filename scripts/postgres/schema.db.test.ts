import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { schemaDiff } from "./schema-engine";
import { MIGRATED, readSchema, SCHEMA } from "./schema-files";

const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

it("no change of the schema is without a migration", async () => {
  expect(await schemaDiff(readSchema(MIGRATED), readSchema(SCHEMA))).toBe("");
});

it("the migrations make the tables and columns of the schema, also where their SQL was written by hand", async () => {
  const wanted = (await schemaDiff([], readSchema(SCHEMA))).matchAll(/CREATE TABLE "(\w+)" \(\n([\s\S]*?)\n\);/g);
  const columns = [...wanted].flatMap(([, table = "", body = ""]) =>
    [...body.matchAll(/^ {4}"(\w+)" .*?( NOT NULL)?(?: DEFAULT .*)?,?$/gm)].map(
      ([, name = "", required]) => `${table}.${name}${required ? "" : "?"}`,
    ),
  );
  const { rows } = await client.query<{ name: string }>(
    `select table_name || '.' || column_name || case is_nullable when 'YES' then '?' else '' end as name
     from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
       and not (select relispartition from pg_class where oid = quote_ident(table_name)::regclass)`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(columns.sort());
});
