import type { Client } from "pg";

export type Column = { name: string; type: string; isNullable: boolean; hasDefault: boolean };
export type ForeignKey = { name: string; columns: string[]; target: string; targetColumns: string[] };
/** `where` is the condition of a partial index. */
export type UniqueKey = { name: string; columns: string[]; where: string | null };

/** One table as the database itself describes it. */
export type Table = {
  name: string;
  isSecured: boolean;
  isForced: boolean;
  columns: Column[];
  primaryKey: string[];
  uniqueKeys: UniqueKey[];
  foreignKeys: ForeignKey[];
  /** The column that says whose row it is: the company, the person. */
  tenantColumn: string | undefined;
  userColumn: string | undefined;
  /** The column by whose exact value a policy shows a row before anybody is known. */
  lookupColumn: string | undefined;
};

type Row = Omit<Table, "tenantColumn" | "userColumn" | "lookupColumn"> & { rules: string };

const CATALOGUE = `
select c.relname as name, c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
  (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
     'isNullable', not attnotnull, 'hasDefault', atthasdef) order by attnum)
   from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
  coalesce((select array_agg(a.attname::text order by k.place)
   from pg_index i, unnest(i.indkey::int[]) with ordinality as k(num, place), pg_attribute a
   where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.num), '{}') as "primaryKey",
  coalesce((select json_agg(json_build_object('name', x.relname, 'where', pg_get_expr(i.indpred, i.indrelid), 'columns', (
     select json_agg(a.attname order by k.place) from unnest(i.indkey::int[]) with ordinality as k(num, place), pg_attribute a
     where a.attrelid = c.oid and a.attnum = k.num)) order by x.relname)
   from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisunique), '[]') as "uniqueKeys",
  coalesce((select json_agg(json_build_object('name', f.conname, 'target', f.confrelid::regclass::text,
     'columns', (select json_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality as k(num, place), pg_attribute a
        where a.attrelid = f.conrelid and a.attnum = k.num),
     'targetColumns', (select json_agg(a.attname order by k.place) from unnest(f.confkey) with ordinality as k(num, place), pg_attribute a
        where a.attrelid = f.confrelid and a.attnum = k.num)) order by f.conname)
   from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys",
  coalesce((select string_agg(pg_get_expr(polqual, polrelid), ' ') from pg_policy where polrelid = c.oid), '') as rules
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname`;

/** Every table of the schema, read from the catalogue of the database: no list to forget one in. */
export async function readCatalogue(admin: Client): Promise<Table[]> {
  const { rows } = await admin.query<Row>(CATALOGUE);
  return rows.map(({ rules, ...table }) => {
    const has = (name: string) => (table.columns.some((column) => column.name === name) ? name : undefined);
    return {
      ...table,
      tenantColumn: table.name === "tenants" ? "id" : has("tenant_id"),
      userColumn: table.name === "users" ? "id" : has("user_id"),
      lookupColumn: /\((\w+) = \( SELECT app_lookup\(\)/.exec(rules)?.[1],
    };
  });
}

/** Tables whose rows belong to somebody, so that row-level security stands before them. */
export const guarded = (tables: readonly Table[]): Table[] =>
  tables.filter((table) => table.isSecured || table.tenantColumn !== undefined || table.userColumn !== undefined);
