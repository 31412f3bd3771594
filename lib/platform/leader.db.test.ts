import { Client } from "pg";
import { expect, it } from "vitest";
import { campaign, type Leader } from "./leader";

const url = process.env.DATABASE_URL ?? "";
const until = (check: () => boolean) => expect.poll(check, { timeout: 10_000, interval: 10 }).toBe(true);

it("has one leader at a time; the next takes over when it resigns or loses its connection", async () => {
  const won: string[] = [];
  const stand = (name: string): Leader => campaign(url, () => won.push(name), 20);
  const first = stand("first");
  await until(() => first.isLeading());
  const second = stand("second");
  const third = stand("third");
  await first.resign();
  await until(() => second.isLeading() || third.isLeading());
  expect([first, second, third].filter((one) => one.isLeading())).toHaveLength(1);

  const before = won.length;
  await endSessions();
  await until(() => won.length > before);
  expect([second, third].filter((one) => one.isLeading())).toHaveLength(1);
  await Promise.all([second.resign(), third.resign()]);
  expect([first, second, third].some((one) => one.isLeading())).toBe(false);
});

/** As a network or a restarted database would. */
async function endSessions(): Promise<void> {
  const admin = new Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
     where locktype = 'advisory' and granted and datname = $1`,
    [new URL(url).pathname.slice(1)],
  );
  await admin.end();
}
