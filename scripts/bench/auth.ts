import { authenticatedRead } from "./auth/authenticated-read";
import { bookkeeping } from "./auth/bookkeeping";
import { databasePart } from "./auth/database-part";
import { decisions } from "./auth/decisions";
import { logins } from "./auth/logins";
import { withCompany } from "./auth/with-company";
import type { Bench } from "./bench";
import { withServer } from "./server";

export const bench: Bench = {
  name: "auth",
  summary: "Signing in, an authenticated read, what a decision and the books of a write cost",
  packages: ["next", "@prisma/client", "pg", "jose", "autocannon", "tinybench"],
  async run(say) {
    say("decisions");
    const rows = await decisions();
    await withServer(async (url, dataDir) => {
      rows.push(...(await logins(url, dataDir, say)));
      rows.push(...(await authenticatedRead(url, dataDir, say)));
    });
    await withCompany(async (company) => {
      rows.push(...(await databasePart(company, say)));
      rows.push(...(await bookkeeping(company, say)));
    });
    return rows;
  },
};
