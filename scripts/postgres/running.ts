import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterFolder } from "./cluster";
import { databaseLogins, databaseUrl, OWNER, RUNTIME, SUPERUSER } from "./logins";
import { asUser } from "./provision";

export type Running = { ownerUrl: string; runtimeUrl: string; superuserUrl: string };

/** The addresses of the embedded Postgres that runs in `dataDir` right now; `undefined` when none answers there. */
export async function runningDatabase(dataDir: string): Promise<Running | undefined> {
  const note = join(clusterFolder(dataDir), "postmaster.pid");
  if (!existsSync(note)) return undefined;
  const port = Number(readFileSync(note, "utf8").split("\n")[3]);
  const logins = databaseLogins(dataDir);
  const urls = {
    ownerUrl: databaseUrl(OWNER, logins, port),
    runtimeUrl: databaseUrl(RUNTIME, logins, port),
    superuserUrl: databaseUrl(SUPERUSER, logins, port),
  };
  const answers = await asUser(urls.ownerUrl, (client) => client.query("select 1")).catch(() => undefined);
  return answers ? urls : undefined;
}
