import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { adminUrl } from "@/lib/testing/sql";
import { GUARDS } from "./guards";

// A database of its own: a change that is planted would keep other tests waiting.
const drop = await ownDatabase();
const admin = new Client({ connectionString: adminUrl() });
await admin.connect();
afterAll(async () => {
  await admin.end();
  await drop();
});

describe("S3 row-level security › the catalogue", () => {
  it.each(Object.keys(GUARDS))("%s", async (name) => {
    expect(await GUARDS[name]?.(admin)).toEqual([]);
  });
});

/** One change of the schema that each guard must see, and words of the fault. Taken back before anybody else sees it. */
const PLANTED: [guard: string, change: string, fault: string][] = [
  [
    "every table is secured and forced, or shared on purpose",
    "create table notes (tenant_id uuid not null)",
    "notes has no forced",
  ],
  [
    "every table is secured and forced, or shared on purpose",
    "alter table mails no force row level security",
    "mails has no forced",
  ],
  [
    "every table is secured and forced, or shared on purpose",
    "alter table market_days add column tenant_id uuid",
    "market_days is listed as shared",
  ],
  [
    "no policy is open to everybody, or checks only what is read",
    "alter policy tenant on invitations using (true)",
    "invitations.tenant on ALL is open to read: true",
  ],
  [
    "no policy is open to everybody, or checks only what is read",
    "alter policy give on user_access with check (role <> 'owner')",
    "user_access.give on INSERT is open to write",
  ],
  [
    "no policy is open to everybody, or checks only what is read",
    "create policy more on wallets for update using (user_id = app_user())",
    "wallets.more on UPDATE is without WITH CHECK",
  ],
  [
    "unique keys begin with whose row it is, or tell nothing",
    "create unique index names on api_keys (name)",
    "api_keys.names (name) tells",
  ],
  [
    "unique keys begin with whose row it is, or tell nothing",
    "create unique index names on api_keys (name, tenant_id)",
    "api_keys.names (name, tenant_id) tells",
  ],
  [
    "references between rows of a company carry the company",
    "alter table mails add column about uuid constraint about_fkey references invitations (id)",
    "mails.about_fkey leads to anybody's invitations",
  ],
  [
    "every row has a company, but where it is said why not",
    "alter table invitations alter tenant_id drop not null",
    "invitations.tenant_id may be empty",
  ],
  ["the runtime role is bound and owns nothing", "alter table mails owner to hashinsight_app", "owns something"],
  ["the runtime role is bound and owns nothing", "alter role hashinsight_app bypassrls", "rights of its own"],
  ["the runtime role is bound and owns nothing", "grant pg_read_all_data to hashinsight_app", "a member of another"],
  [
    "the runtime role is bound and owns nothing",
    "grant create on schema public to hashinsight_app",
    "creates in the schema",
  ],
  [
    "nobody but the owner truncates, refers or plants triggers",
    "grant truncate on mails to hashinsight_app",
    "mails: TRUNCATE for hashinsight_app",
  ],
  [
    "nobody but the owner truncates, refers or plants triggers",
    "grant select on mails to public",
    "mails: SELECT for everybody",
  ],
  ["views are seen through by whoever asks", "create view seen as select * from mails", "seen passes by"],
  ["views are seen through by whoever asks", "create materialized view seen as select 1 as one", "seen passes by"],
  [
    "no function acts as somebody else, but where it is said why",
    "create function all_mails() returns setof mails language sql security definer as 'select * from mails'",
    "all_mails is SECURITY DEFINER",
  ],
  [
    "a partition is reached through the whole alone",
    "grant select on event_outbox_other to hashinsight_app",
    "event_outbox_other: others have rights",
  ],
  ["the lists of exceptions name what there is", "drop table history_imports", "there is no history_imports"],
];

describe("S3 row-level security › the guards see", () => {
  it.each(PLANTED)("%s: %s", async (name, change, fault) => {
    await admin.query("begin");
    try {
      await admin.query(change);
      expect(await GUARDS[name]?.(admin)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
    } finally {
      await admin.query("rollback");
    }
  });

  it("something each", () => {
    expect(new Set(PLANTED.map(([guard]) => guard))).toEqual(new Set(Object.keys(GUARDS)));
  });
});
