import { afterAll } from "vitest";
import { busSuite } from "@/lib/testing/events/bus-suite";
import { prepareGround } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { postgresBus } from "./postgres-bus";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();

busSuite({
  name: "postgres",
  open: () => postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", batch: 40, retryMs: 50 }),
  async kill() {
    // Its transactions end with their connections, as those of a killed process do.
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
  },
  // It finds a new connection by itself.
  wake: async () => undefined,
  bringAgain: async (group) => {
    await query("update event_positions set snapshot = '1:1:', pinned = null, after_id = 0 where consumer_group = $1", [
      group,
    ]);
  },
});
