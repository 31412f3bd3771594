import { afterAll, describe, expect, it } from "vitest";
import { readCatalogue } from "./catalogue";
import { ON_PURPOSE } from "./exceptions";
import { openWorld } from "./world";

const world = await openWorld();
afterAll(() => world.close());

/** What the matrix finds in one table that isn't open on purpose. */
async function leaksOf(name: string): Promise<string[]> {
  const tables = (await readCatalogue(world.admin)).filter((table) => table.name === name);
  const found: string[] = [];
  for (const cell of world.cells(tables)) {
    if (!(cell.name in ON_PURPOSE) && (await cell.leaks()).length > 0) found.push(`${cell.act}: ${cell.attacker}`);
  }
  return found;
}

type Loosened = { table: string; change: string; back: string; leak: string };

/** Mistakes that are easily made in a migration, and one of the cells that they turn red. */
const LOOSENED: Record<string, Loosened> = {
  "a policy that lets everybody read": {
    table: "invitations",
    change: "create policy oops on invitations for select using (true)",
    back: "drop policy oops on invitations",
    leak: "select: other tenant",
  },
  "a policy that forgets to check what is written": {
    table: "api_keys",
    change: "create policy oops on api_keys using (tenant_id = app_company()) with check (true)",
    back: "drop policy oops on api_keys",
    leak: "insert: other tenant",
  },
  "everything where no company is set": {
    table: "audit_log",
    change: "create policy oops on audit_log for select using (app_tenant() is null or tenant_id = app_tenant())",
    back: "drop policy oops on audit_log",
    leak: "select: no tenant",
  },
  "the company's rows shown to its clients": {
    table: "mails",
    change: "create policy oops on mails for select using (tenant_id = app_tenant())",
    back: "drop policy oops on mails",
    leak: "select: a client of the same company",
  },
  "the platform's scope over a company's business": {
    table: "api_usage",
    change: "create policy oops on api_usage for select using (tenant_id = app_tenant() or app_scope() = 'platform')",
    back: "drop policy oops on api_usage",
    leak: "select: a platform administrator",
  },
  "a key that lets its holder do more than find": {
    table: "wallets",
    change: "create policy oops on wallets for delete using (address = app_lookup())",
    back: "drop policy oops on wallets",
    leak: "delete: the exact key alone",
  },
  "a table left without its security": {
    table: "user_totp",
    change: "alter table user_totp disable row level security",
    back: "alter table user_totp enable row level security",
    leak: "update other: other tenant",
  },
  "an access that may be carried to another company": {
    table: "user_access",
    change: "alter table user_access disable trigger user_access_keep_own",
    back: "alter table user_access enable trigger user_access_keep_own",
    leak: "update own to other: other tenant",
  },
  "a reference that doesn't carry its owner": {
    table: "refresh_tokens",
    change:
      "alter table refresh_tokens drop constraint refresh_tokens_session_fkey, add constraint oops foreign key (session_id) references sessions (id)",
    back: `alter table refresh_tokens drop constraint oops, add constraint refresh_tokens_session_fkey
           foreign key (session_id, user_id) references sessions (id, user_id) on delete cascade`,
    leak: "reference: other tenant",
  },
  "a unique key that leaves out the company": {
    table: "invitations",
    change: "create unique index oops on invitations (email)",
    back: "drop index oops",
    leak: "unique probe: other tenant",
  },
  "the right to truncate": {
    table: "support_access",
    change: "grant truncate on support_access to hashinsight_app",
    back: "revoke truncate on support_access from hashinsight_app",
    leak: "truncate: no tenant",
  },
};

describe("S3 row-level security › the matrix turns red at", () => {
  it.each(Object.entries(LOOSENED))("%s", async (_, { table, change, back, leak }) => {
    expect(await leaksOf(table)).toEqual([]);
    await world.admin.query(change);
    try {
      expect(await leaksOf(table)).toContain(leak);
    } finally {
      await world.admin.query(back);
    }
    expect(await leaksOf(table)).toEqual([]);
  });
});
