import type { UnitOfWork } from "@/lib/kernel/context";
import { pool, tx } from "@/lib/platform/db";
import type { ApiKeyFacts } from "../core/judge-api-key";
import type { SessionFacts } from "../core/judge-session";

// Before anybody is known there is no unit of work: each of these is one statement, and what it looks up it finds by its
// exact key (prisma/migrations, "One look-up a request"). Prepared by name, so that Postgres plans them once.

export async function readSessionFacts(sidHash: string): Promise<SessionFacts | undefined> {
  const { rows } = await pool().query<SessionFacts>({
    name: "session_facts",
    text: "select * from session_facts($1)",
    values: [sidHash],
  });
  return rows[0];
}

/** The same of many sessions, by the hash of each; those that are not there any more are missing. */
export async function readFactsOfSessions(sidHashes: readonly string[]): Promise<Map<string, SessionFacts>> {
  const { rows } = await pool().query<SessionFacts & { sid_hash: string }>({
    name: "session_facts_of",
    text: `select given.sid_hash, facts.* from unnest($1::text[]) as given (sid_hash)
      cross join lateral session_facts(given.sid_hash) as facts`,
    values: [sidHashes],
  });
  return new Map(rows.map(({ sid_hash, ...facts }) => [sid_hash, facts]));
}

/** The same inside a unit of work, which then is the session's person's; a second connection could be one too many. */
export async function readSessionFactsWithin(
  ctx: { unit: UnitOfWork },
  sidHash: string,
): Promise<SessionFacts | undefined> {
  const rows = await (await tx(ctx)).$queryRaw<SessionFacts[]>`select * from session_facts(${sidHash})`;
  return rows[0];
}

export async function readApiKeyFacts(keyId: string): Promise<ApiKeyFacts | undefined> {
  const { rows } = await pool().query<ApiKeyFacts>({
    name: "api_key_facts",
    text: "select * from api_key_facts($1)",
    values: [keyId],
  });
  return rows[0];
}

/** Writes down that a session was used; the caller sees to it that this is at most once a minute. */
export async function touchSession(sidHash: string, now: Date): Promise<void> {
  await pool().query("select touch_session($1, $2)", [sidHash, now]);
}

export async function touchApiKey(keyId: string, now: Date): Promise<void> {
  await pool().query("select touch_api_key($1, $2)", [keyId, now]);
}
