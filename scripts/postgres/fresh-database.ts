import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { prepareOutside, runtimeUrl } from "./outside";
import { asUser } from "./provision";

/**
 * A new database of its own on the server at `url`: empty, or as the database `template` is, to which nobody is connected.
 * `stop` drops it. The user of `url` may create databases.
 */
export async function freshDatabase(url: string, template?: string) {
  const name = `hashinsight_test_${randomBytes(6).toString("hex")}`;
  const ownerUrl = Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  await asUser(url, (client: Client) =>
    client.query(`create database ${name}${template ? ` template ${template}` : ""}`),
  );
  await prepareOutside(ownerUrl);
  return {
    ownerUrl,
    runtimeUrl: runtimeUrl(ownerUrl),
    async stop() {
      await asUser(url, (client: Client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
