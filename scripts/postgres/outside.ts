import type { Client } from "pg";
import { Refusal } from "../process/refusal";
import { RUNTIME } from "./logins";
import { asUser, createRole } from "./provision";

const OLDEST = 15;

/** The address that the product runs with: a login of its own if there is one, else the owner in the runtime role. */
export function runtimeUrl(ownerUrl: string, given?: string): string {
  if (given) return given;
  const url = new URL(ownerUrl);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", [options, `-c role=${RUNTIME}`].filter(Boolean).join(" "));
  return url.toString();
}

/**
 * Prepares a Postgres that is not ours at `ownerUrl` (DATABASE_URL): reachable, new enough, with the runtime role.
 * Throws a Refusal that says what to do; never with a password in it.
 */
export async function prepareOutside(ownerUrl: string, given?: string): Promise<void> {
  const login = given ? decodeURIComponent(new URL(given).username) : undefined;
  await connected("DATABASE_URL", ownerUrl, async (client) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST) {
      throw new Refusal(`The Postgres at DATABASE_URL is version ${major}.`, `HashInsight needs ${OLDEST} or newer.`);
    }
    try {
      if (login !== RUNTIME) {
        await createRole(client, RUNTIME, "nologin nosuperuser nobypassrls");
        await grantRuntime(client, login, major);
      }
      await client.query(`grant usage on schema public to ${RUNTIME}`);
    } catch (cause) {
      throw new Refusal(
        `The user of DATABASE_URL may not make the role ${RUNTIME} (${(cause as Error).message}).`,
        `Let an administrator run: create role ${RUNTIME} nologin nobypassrls; grant ${RUNTIME} to <the user of DATABASE_URL>;`,
        { cause },
      );
    }
  });
  await connected(given ? "DATABASE_RUNTIME_URL" : "DATABASE_URL", runtimeUrl(ownerUrl, given), requireBoundRole);
}

/** Lets `login`, or the owner when there is none, take the runtime role. */
async function grantRuntime(client: Client, login: string | undefined, major: number): Promise<void> {
  const { rows } = await client.query(
    `select who, pg_has_role(who, $2, $3) as may from (select coalesce($1, current_user::text)::name as who) as member`,
    [login, RUNTIME, major >= 16 ? "SET" : "MEMBER"],
  );
  if (!rows[0]?.may) await client.query(`grant ${RUNTIME} to ${client.escapeIdentifier(String(rows[0]?.who))}`);
}

async function requireBoundRole(client: Client): Promise<void> {
  const { rows } = await client.query(
    "select current_user as name, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user",
  );
  if (!rows[0]?.unbound) return;
  throw new Refusal(
    `The runtime role ${rows[0]?.name} may pass by row-level security (superuser or BYPASSRLS).`,
    `Give DATABASE_RUNTIME_URL a login without these rights, for example a member of ${RUNTIME}.`,
  );
}

async function connected<T>(variable: string, url: string, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await asUser(url, work);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreachable(variable, url, error);
  }
}

const ADVICE: Record<string, string> = {
  ECONNREFUSED: "Nothing listens there: is Postgres running, and are host and port right?",
  ENOTFOUND: "There is no such host: check its spelling.",
  EAI_AGAIN: "The host's name can't be looked up: check its spelling and your network.",
  ETIMEDOUT: "It doesn't answer: is a firewall between, are host and port right?",
  "28P01": "User or password is wrong.",
  "28000": "The server doesn't let this user in from here (pg_hba.conf).",
  "3D000": "There is no such database on that server: create it first.",
};

function unreachable(variable: string, url: string, cause: unknown): Refusal {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: "?", pathname: "" };
  const { code = "", message } = cause as { code?: string; message: string };
  const advice = ADVICE[code] ?? (/timeout/i.test(message) ? ADVICE.ETIMEDOUT : undefined);
  return new Refusal(
    `The database at ${variable} (${host}${pathname}) can't be used: ${message || code}.`,
    `${advice ?? `Check ${variable}.`} Without DATABASE_URL, HashInsight brings a Postgres of its own.`,
    { cause },
  );
}
