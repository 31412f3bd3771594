import type { ForeignKey, Table } from "./catalogue";
import { TELLING_KEYS } from "./exceptions";
import { insertion, newRow, type Owner, type Row } from "./fixture";

/** One statement of an act, and what it means when Postgres lets it through and it touched a row. */
export type Statement = {
  text: string;
  values: (string | null)[];
  means: string;
  /** Refusals beside that of a policy or a missing right (42501). */
  mayFail?: readonly string[];
  /** It gives something away when it is let through at all, also without a row. */
  tells?: true;
};

const FOREIGN_KEY = "23503";

const quoted = (name: string) => `"${name}"`;

/** `a = $1::uuid and b = $2::text`, from the values of a row. */
function matching(table: Table, columns: readonly string[], row: Row, first = 1) {
  const words = columns.map((name, index) => {
    const type = table.columns.find((column) => column.name === name)?.type ?? "text";
    return `${quoted(name)} = $${index + first}::${type}`;
  });
  return { words: words.join(" and "), values: columns.map((name) => row[name] ?? null) };
}

const rowOf = (owner: Owner, { name }: Table): Row => owner.rows[name] ?? {};
const owning = ({ tenantColumn, userColumn }: Table) =>
  [tenantColumn, userColumn].filter((name): name is string => name !== undefined);

/** A column that a harmless change can be written to. */
const idle = (table: Table): string =>
  table.columns.find(({ name }) => !table.primaryKey.includes(name) && !owning(table).includes(name))?.name ??
  table.primaryKey[0] ??
  "";

/** A new row of the attacker's that carries the victim's values in these columns. */
const crossed = (table: Table, attacker: Owner, victim: Owner, columns: readonly string[]): Row => ({
  ...newRow(table, attacker),
  ...Object.fromEntries(columns.map((name) => [name, rowOf(victim, table)[name] ?? null])),
});

function* reading(table: Table, victim: Owner, verb: string, means: string): Generator<Statement> {
  const { words, values } = matching(table, table.primaryKey, rowOf(victim, table));
  yield { text: `${verb} where ${words}`, values, means };
}

function* giveAway(table: Table, self: Owner, victim: Owner): Generator<Statement> {
  for (const column of owning(table)) {
    const there = rowOf(victim, table)[column];
    if (!there || there === rowOf(self, table)[column]) continue;
    const { words, values } = matching(table, table.primaryKey, rowOf(self, table), 2);
    const text = `update ${quoted(table.name)} set ${quoted(column)} = $1::uuid where ${words}`;
    yield { text, values: [there, ...values], means: `its own row was given away by ${column}` };
  }
}

function* upserts(table: Table, self: Owner, victim: Owner): Generator<Statement> {
  const change = `do update set ${quoted(idle(table))} = excluded.${quoted(idle(table))}`;
  for (const { columns, where } of table.uniqueKeys) {
    const target = `on conflict (${columns.map(quoted).join(", ")}) ${where ? `where ${where}` : ""} ${change}`;
    yield { ...insertion(table, rowOf(victim, table), target), means: "the victim's row was written over" };
    if (columns.some((name) => owning(table).includes(name))) continue;
    yield {
      ...insertion(table, crossed(table, self, victim, columns), target),
      means: "the victim's row was taken over",
    };
  }
}

/** Whether the attacker learns that the victim has such a row: any word but a policy's tells. */
function* probes(table: Table, self: Owner, victim: Owner): Generator<Statement> {
  for (const { name, columns } of table.uniqueKeys) {
    if (name in TELLING_KEYS) continue;
    const others = columns.filter((column) => !owning(table).includes(column));
    const row = others.length === columns.length ? crossed(table, self, victim, others) : rowOf(victim, table);
    yield { ...insertion(table, row, "on conflict do nothing"), means: `${name} tells what exists`, tells: true };
  }
}

function* references(table: Table, self: Owner, victim: Owner): Generator<Statement> {
  for (const key of table.foreignKeys.filter(({ target }) => target in victim.rows)) {
    const columns = referring(table, key).filter((name) => rowOf(victim, table)[name] !== newRow(table, self)[name]);
    if (columns.length === 0) continue;
    const row = crossed(table, self, victim, columns);
    yield {
      ...insertion(table, row),
      mayFail: [FOREIGN_KEY],
      means: `${key.name} leads to the victim's ${key.target}`,
    };
  }
}

/** A composite key is tried with the attacker's own company in it: only the rest is the victim's. */
function referring({ tenantColumn }: Table, { columns }: ForeignKey): string[] {
  return columns.length > 1 ? columns.filter((name) => name !== tenantColumn) : columns;
}

/** What is tried on the victim's row of a table. `self` has rows of the attacker's own, or of somebody uninvolved. */
export const ACTS: Record<string, (table: Table, self: Owner, victim: Owner) => Iterable<Statement>> = {
  select: (table, _, victim) =>
    reading(table, victim, `select 1 from ${quoted(table.name)}`, "the victim's row is seen"),
  insert: (table, _, victim) => [
    { ...insertion(table, newRow(table, victim)), means: "a row was written as the victim's" },
  ],
  "update own to other": giveAway,
  "update other": (table, _, victim) =>
    reading(
      table,
      victim,
      `update ${quoted(table.name)} set ${quoted(idle(table))} = ${quoted(idle(table))}`,
      "the victim's row was changed",
    ),
  delete: (table, _, victim) =>
    reading(table, victim, `delete from ${quoted(table.name)}`, "the victim's row was deleted"),
  upsert: upserts,
  reference: references,
  "unique probe": probes,
  truncate: (table) => [
    { text: `truncate ${quoted(table.name)} cascade`, values: [], means: "the table was emptied", tells: true },
  ],
};
