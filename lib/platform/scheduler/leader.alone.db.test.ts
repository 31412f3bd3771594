import { Client } from "pg";
import { afterAll, afterEach, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { campaign, type Lead, type Leader } from "./leader";

const drop = await ownDatabase();
afterAll(drop);

const url = process.env.DATABASE_URL ?? "";
const standing: Leader[] = [];
afterEach(async () => {
  await Promise.all(standing.splice(0).map((leader) => leader.resign()));
});

type Candidate = { leader: Leader; leads(): boolean; won: Lead[] };

function stand(rhythm = { beatMs: 20, silenceMs: 5_000 }): Candidate {
  const won: Lead[] = [];
  const leader = campaign(url, (lead) => won.push(lead), rhythm);
  standing.push(leader);
  return { leader, won, leads: () => won.at(-1)?.over.aborted === false };
}
const until = (check: () => boolean) => expect.poll(check, { timeout: 10_000, interval: 10 }).toBe(true);
const epochs = (...all: Candidate[]) =>
  all.flatMap(({ won }) => won.map(({ epoch }) => epoch)).sort((a, b) => Number(a - b));

it("has one leader at a time; the next takes over when it resigns or loses its connection, with a higher epoch", async () => {
  const first = stand();
  await until(first.leads);
  const [second, third] = [stand(), stand()];
  await first.leader.resign();
  await until(() => second.leads() || third.leads());
  expect([first, second, third].filter((one) => one.leads())).toHaveLength(1);

  const before = epochs(first, second, third).length;
  await endSessions();
  await until(() => epochs(first, second, third).length > before && (second.leads() || third.leads()));
  expect([second, third].filter((one) => one.leads())).toHaveLength(1);
  const all = epochs(first, second, third);
  expect(new Set(all).size).toBe(all.length);
  const [row] = await sql<{ epoch: string; holder: string }>`select epoch, holder from scheduler_leader_lock`;
  expect(row).toEqual({ epoch: String(all.at(-1)), holder: expect.stringMatching(new RegExp(`:${process.pid}$`)) });
});

it("ends the leadership of one that says nothing for too long", async () => {
  const silent = stand({ beatMs: 60_000, silenceMs: 300 });
  await until(silent.leads);
  const next = stand();
  await until(next.leads);
  expect(silent.leads()).toBe(false);
  expect(next.won[0]?.epoch).toBe((silent.won[0]?.epoch ?? 0n) + 1n);
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
