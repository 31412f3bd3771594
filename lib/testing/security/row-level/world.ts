import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { ownDatabase } from "@/lib/testing/own-database";
import { adminUrl } from "@/lib/testing/sql";
import { ACTS, type Statement } from "./acts";
import { attackersOf, type Settings } from "./attackers";
import { guarded, readCatalogue, type Table } from "./catalogue";
import { type Owner, plantRows } from "./fixture";

/** A database of its own with a victim, another company and a client of the victim's, each with a row in every table. */
export type World = {
  tables: Table[];
  /** As who may pass by every policy. */
  admin: Client;
  /** The cells of these tables that have something to try. */
  cells(tables?: readonly Table[]): Cell[];
  close(): Promise<void>;
};

export type Cell = {
  /** "table: act: attacker" */
  name: string;
  table: string;
  act: string;
  attacker: string;
  /** Tries it and takes it back; says what came through, nothing where it was refused or touched no row. */
  leaks(): Promise<string[]>;
};

export async function openWorld(): Promise<World> {
  const drop = await ownDatabase();
  const admin = new Client({ connectionString: adminUrl() });
  const plain = new Client({ connectionString: process.env.DATABASE_URL });
  const setting = new Client({ connectionString: process.env.DATABASE_URL });
  await Promise.all([admin.connect(), plain.connect(), setting.connect()]);
  const tables = guarded(await readCatalogue(admin));
  const [victim, other] = [await planted(admin, tables), await planted(admin, tables)];
  const client = await planted(admin, tables, victim);
  const attackers = attackersOf(victim, other, client);

  function* cellsOf(table: Table): Generator<Cell> {
    for (const [act, statementsOf] of Object.entries(ACTS)) {
      for (const attacker of attackers.filter(({ meets }) => meets?.(table) ?? true)) {
        const statements = () => [...statementsOf(table, attacker.self ?? other, victim)];
        if (statements().length === 0) continue;
        const settings = attacker.settings(table);
        // A setting that a transaction once had is empty text afterwards: the first connection never has any.
        const leaks = () => attempt(settings ? setting : plain, settings, statements());
        const name = `${table.name}: ${act}: ${attacker.name}`;
        yield { name, table: table.name, act, attacker: attacker.name, leaks };
      }
    }
  }
  return {
    tables,
    admin,
    cells: (wanted = tables) => wanted.flatMap((table) => [...cellsOf(table)]),
    async close() {
      await Promise.all([admin.end(), plain.end(), setting.end()]);
      await drop();
    },
  };
}

async function planted(admin: Client, tables: Table[], company?: Owner): Promise<Owner> {
  const rows: Owner["rows"] = company?.rows.tenants ? { tenants: company.rows.tenants } : {};
  const owner = { tenantId: company?.tenantId ?? randomUUID(), userId: randomUUID(), rows };
  await plantRows(admin, tables, owner);
  return owner;
}

async function applySettings(client: Client, { tenant, user, ownOnly, lookup, work }: Settings): Promise<void> {
  await client.query(
    `select set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true), set_config('app.own_only', $3, true),
            set_config('app.lookup', $4, true), set_config('app.scope', $5, true)`,
    [tenant, user, ownOnly ? "on" : "", lookup, work],
  );
}

async function attempt(client: Client, settings: Settings | undefined, statements: Statement[]): Promise<string[]> {
  const leaks: string[] = [];
  await client.query("begin");
  try {
    if (settings) await applySettings(client, settings);
    for (const statement of statements) {
      await client.query("savepoint before");
      const leak = await leakOf(client, statement);
      if (leak) leaks.push(leak);
      await client.query("rollback to savepoint before");
    }
  } finally {
    await client.query("rollback");
  }
  return leaks;
}

const REFUSED_BY_POLICY_OR_RIGHT = "42501";

async function leakOf(client: Client, statement: Statement): Promise<string | undefined> {
  const { text, values, means, tells, mayFail = [] } = statement;
  try {
    const { rowCount } = await client.query(text, values);
    return tells || rowCount ? means : undefined;
  } catch (cause) {
    const { code = "", message } = cause as { code?: string; message: string };
    if (code === REFUSED_BY_POLICY_OR_RIGHT || mayFail.includes(code)) return undefined;
    // Refused, but by something behind the policies: they let it pass.
    return `${means}, but for: ${message}`;
  }
}
