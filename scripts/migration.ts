// Makes a migration: `npm run migration -- add_network_snapshots`. Change prisma/schema/*.prisma first; the SQL between
// the schema as last migrated (prisma/migrated) and the schema now is written for you. Read it, edit it, commit both.
// --only market.prisma  takes the changes of one schema file (may be repeated) and leaves the others for later
// --empty               gives a file for SQL by hand: policies, triggers
// --check               fails when the schema has a change that no migration has
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { knownMigrations, MIGRATIONS } from "./postgres/migrate";
import { schemaDiff } from "./postgres/schema-engine";
import { MIGRATED, readSchema, SCHEMA } from "./postgres/schema-files";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

const USAGE = "npm run migration -- what_changes [--only FILE.prisma] [--empty], or --check";

await runTask(async () => {
  const { values, positionals } = commandLine(USAGE, {
    allowPositionals: true,
    options: {
      only: { type: "string", multiple: true, default: [] },
      empty: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
    },
  });
  const migrated = readSchema(MIGRATED);
  const wanted = target(migrated, values.only);
  const sql = await schemaDiff(migrated, wanted);
  if (values.check) {
    if (sql === "") return;
    throw new Refusal(`The schema has changes without a migration:\n${sql}`, "Run: npm run migration -- what_changes");
  }
  const name = positionals
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  if (name === "") throw new Refusal("The migration needs a name.", "npm run migration -- add_network_snapshots");
  if (sql === "" && !values.empty) {
    throw new Refusal("The schema has not changed since the last migration.", "For SQL by hand add --empty.");
  }
  const folder = join(MIGRATIONS, `${nextStamp()}_${name}`);
  mkdirSync(folder, { recursive: true });
  if (values.only.length === 0) rmSync(MIGRATED, { recursive: true, force: true });
  mkdirSync(MIGRATED, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql || "-- SQL by hand.\n");
  for (const { path, content } of wanted) writeFileSync(join(MIGRATED, basename(path)), content);
  console.log(`Read it, edit it, commit it together with prisma/migrated:\n${join(folder, "migration.sql")}`);
});

type Files = ReturnType<typeof readSchema>;

/** The schema to reach: all of prisma/schema, or what is migrated with only the named files renewed. */
function target(migrated: Files, only: string[]): Files {
  const now = readSchema(SCHEMA);
  if (only.length === 0) return now;
  const chosen = only.map((name) => {
    const file = now.find(({ path }) => basename(path) === basename(name));
    if (!file) throw new Refusal(`There is no prisma/schema/${basename(name)}.`, "Name a file of that folder.");
    return file;
  });
  const untouched = migrated.filter(({ path }) => !chosen.some((file) => file.path === path));
  // The file with the datasource is needed by every other one.
  const root = now.filter(({ path }) => basename(path) === "schema.prisma" && untouched.length === 0);
  return [...new Set([...untouched, ...root, ...chosen])];
}

/** The time as YYYYMMDDHHMMSS, always after the last migration's. */
function nextStamp(): string {
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const last = knownMigrations().at(-1)?.name.slice(0, 14) ?? "0";
  return now > last ? now : String(BigInt(last) + 1n);
}
