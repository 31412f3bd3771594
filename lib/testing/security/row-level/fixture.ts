import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Column, Table } from "./catalogue";
import { FIXTURE_VALUES } from "./fixture-values";

/** Values as Postgres writes them; what is left out takes the column's default. */
export type Row = Record<string, string | null>;

/** Somebody with one row in every guarded table. */
export type Owner = { tenantId: string; userId: string; rows: Record<string, Row> };

/** A new row for this owner, which stands nowhere yet: from the column's types, what it refers to, and FIXTURE_VALUES. */
export function newRow(table: Table, owner: Owner): Row {
  const values = FIXTURE_VALUES[table.name];
  if (!values) throw new Error(`Add ${table.name} to lib/testing/security/row-level/fixture-values.ts`);
  const now = new Date();
  const row: Row = {};
  for (const column of table.columns) {
    const value = values[column.name]?.(owner) ?? referred(table, column, owner) ?? ownersValue(table, column, owner);
    if (value !== undefined) row[column.name] = value;
    else if (!column.isNullable && !column.hasDefault) row[column.name] = valueFor(column, now);
  }
  return row;
}

function ownersValue(table: Table, column: Column, owner: Owner): string | undefined {
  if (column.name === table.tenantColumn) return owner.tenantId;
  return column.name === table.userColumn ? owner.userId : undefined;
}

function referred(table: Table, column: Column, owner: Owner): string | undefined {
  for (const { columns, target, targetColumns } of table.foreignKeys) {
    const at = columns.indexOf(column.name);
    const value = owner.rows[target]?.[targetColumns[at] ?? ""];
    if (at >= 0 && value) return value;
  }
  return undefined;
}

function valueFor({ name, type }: Column, now: Date): string {
  if (type === "uuid") return randomUUID();
  if (type === "text" || type.startsWith("character")) return `${name} ${randomBytes(6).toString("hex")}`;
  if (type.startsWith("timestamp")) return now.toISOString();
  if (type === "date") return now.toISOString().slice(0, 10);
  if (type === "smallint") return String(randomInt(100, 32_000));
  if (type === "integer" || type === "bigint" || type.startsWith("numeric")) return String(randomInt(1, 2 ** 31 - 1));
  if (type === "boolean") return "false";
  if (type === "jsonb" || type === "json") return "{}";
  if (type.endsWith("[]")) return "{}";
  if (type === "bytea") return `\\x${randomBytes(16).toString("hex")}`;
  throw new Error(`A fixture has no value for ${name} of type ${type}: add one to lib/testing/security/row-level`);
}

const quoted = (name: string) => `"${name}"`;

/** `insert` with its parameters cast to the column's types, ready for a clause behind it. */
export function insertion(table: Table, row: Row, behind = ""): { text: string; values: (string | null)[] } {
  const columns = table.columns.filter(({ name }) => name in row);
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const places = columns.map(({ type }, index) => `$${index + 1}::${type}`).join(", ");
  return {
    text: `insert into ${quoted(table.name)} (${names}) values (${places}) ${behind}`,
    values: columns.map(({ name }) => row[name] ?? null),
  };
}

/** Tables in the order in which their rows can be written: what is referred to first. */
export function inOrder(tables: readonly Table[]): Table[] {
  const rest = [...tables];
  const done: Table[] = [];
  const isReady = (table: Table) =>
    table.foreignKeys.every(({ target }) => !rest.some(({ name }) => name === target && name !== table.name));
  while (rest.length > 0) {
    const next = rest.findIndex(isReady);
    const [table] = rest.splice(Math.max(next, 0), 1);
    if (table) done.push(table);
  }
  return done;
}

/** Writes one row into every guarded table for an owner, as who may; what the owner shares with another is given. */
export async function plantRows(admin: Client, tables: readonly Table[], owner: Owner): Promise<void> {
  for (const table of inOrder(tables)) {
    if (owner.rows[table.name]) continue;
    const asText = table.columns.map(({ name }) => `${quoted(name)}::text as ${quoted(name)}`).join(", ");
    const { text, values } = insertion(table, newRow(table, owner), `returning ${asText}`);
    owner.rows[table.name] = (await admin.query<Row>(text, values)).rows[0] ?? {};
  }
}
