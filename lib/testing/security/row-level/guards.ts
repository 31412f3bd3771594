import type { Client } from "pg";
import { RUNTIME } from "@/scripts/postgres/logins";
import { readCatalogue, type Table } from "./catalogue";
import { AS_OWNER, PLAIN_REFERENCES, SHARED, TELLING_KEYS, WITHOUT_TENANT } from "./exceptions";

/** What must hold of the schema itself. Each gives one line a fault. */
export const GUARDS: Record<string, (admin: Client) => Promise<string[]>> = {
  "every table is secured and forced, or shared on purpose": overTables(function* ({ name, ...table }) {
    if (name in SHARED) {
      if (table.tenantColumn ?? table.userColumn)
        yield `${name} is listed as shared and has ${table.tenantColumn ?? table.userColumn}`;
    } else if (!table.isSecured || !table.isForced) yield `${name} has no forced row-level security`;
  }),

  "no policy is open to everybody, or checks only what is read": (admin) =>
    lines(
      admin,
      `select tablename || '.' || policyname || ' on ' || cmd || ' is ' || fault as fault from pg_policies,
       lateral (values
         (case when qual is not null and qual !~ 'app_\\w+\\(\\)' then 'open to read: ' || qual end),
         (case when with_check is not null and with_check <> 'false' and with_check !~ 'app_\\w+\\(\\)' then 'open to write: ' || with_check end),
         (case when cmd in ('ALL', 'UPDATE', 'INSERT') and with_check is null then 'without WITH CHECK' end),
         (case when cmd <> 'INSERT' and qual is null then 'without USING' end)) as faults(fault)
       where schemaname = 'public' and fault is not null`,
    ),

  "unique keys begin with whose row it is, or tell nothing": overTables(function* (table) {
    if (table.name in SHARED) return;
    for (const { name, columns } of table.uniqueKeys) {
      const begins = columns[0] === table.tenantColumn || columns[0] === table.userColumn;
      if (!begins && !(name in TELLING_KEYS)) yield `${table.name}.${name} (${columns.join(", ")}) tells what exists`;
    }
  }),

  "references between rows of a company carry the company": overTables(function* (table, all) {
    for (const { name, columns, target } of table.foreignKeys) {
      const to = all.find((other) => other.name === target);
      if (!to?.isSecured || name in PLAIN_REFERENCES) continue;
      const owner = [table.tenantColumn, table.userColumn];
      if (!columns.some((column) => owner.includes(column))) yield `${table.name}.${name} leads to anybody's ${target}`;
    }
  }),

  "every row has a company, but where it is said why not": overTables(function* ({ name, tenantColumn, columns }) {
    const isOpen = columns.some((column) => column.name === tenantColumn && column.isNullable);
    if (isOpen && !(name in WITHOUT_TENANT)) yield `${name}.${tenantColumn} may be empty`;
    if (!isOpen && name in WITHOUT_TENANT) yield `${name} is listed as having rows of no company`;
  }),

  "the runtime role is bound and owns nothing": (admin) =>
    lines(
      admin,
      `select fault from pg_roles role, lateral (values
         (case when rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication then 'the role has rights of its own' end),
         (case when exists (select from pg_class where relowner = role.oid) or exists (select from pg_proc where proowner = role.oid) then 'the role owns something' end),
         (case when exists (select from pg_auth_members where member = role.oid) then 'the role is a member of another' end),
         (case when has_schema_privilege(role.oid, 'public', 'CREATE') then 'the role creates in the schema' end)) as faults(fault)
       where rolname = '${RUNTIME}' and fault is not null`,
    ),

  "nobody but the owner truncates, refers or plants triggers": (admin) =>
    lines(
      admin,
      `select c.relname || ': ' || a.privilege_type || ' for ' || coalesce(r.rolname, 'everybody') as fault
       from pg_class c, aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.grantee <> c.relowner
         and (a.grantee = 0 or a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'))`,
    ),

  "views are seen through by whoever asks": (admin) =>
    lines(
      admin,
      `select c.relname || ' passes by the policies' as fault from pg_class c where c.relnamespace = 'public'::regnamespace
       and (c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}' or c.reloptions @> '{security_invoker=on}', false)))`,
    ),

  "no function acts as somebody else, but where it is said why": async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      "select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef",
    );
    return rows.filter(({ name }) => !(name in AS_OWNER)).map(({ name }) => `${name} is SECURITY DEFINER`);
  },

  "a partition is reached through the whole alone": (admin) =>
    lines(
      admin,
      `select c.relname || ': ' || fault as fault from pg_class c, lateral (values
         (case when not (c.relrowsecurity and c.relforcerowsecurity) then 'no forced row-level security' end),
         (case when exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner) then 'others have rights' end)) as faults(fault)
       where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind = 'r' and fault is not null`,
    ),

  "the lists of exceptions name what there is": async (admin) => {
    const tables = await readCatalogue(admin);
    const there = new Set(
      tables.flatMap(({ name, uniqueKeys, foreignKeys }) => [
        name,
        ...[...uniqueKeys, ...foreignKeys].map((key) => key.name),
      ]),
    );
    const listed = [SHARED, WITHOUT_TENANT, TELLING_KEYS, PLAIN_REFERENCES].flatMap((list) => Object.keys(list));
    return listed.filter((name) => !there.has(name)).map((name) => `there is no ${name} any more`);
  },
};

function overTables(faultsOf: (table: Table, all: readonly Table[]) => Iterable<string>) {
  return async (admin: Client): Promise<string[]> => {
    const tables = await readCatalogue(admin);
    return tables.flatMap((table) => [...faultsOf(table, tables)]);
  };
}

async function lines(admin: Client, text: string): Promise<string[]> {
  return (await admin.query<{ fault: string }>(text)).rows.map(({ fault }) => fault);
}
