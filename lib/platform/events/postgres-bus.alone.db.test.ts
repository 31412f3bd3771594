import { afterAll } from "vitest";
import { busSuite } from "@/lib/testing/events/bus-suite";
import { prepareGround } from "@/lib/testing/events/ground";
import { endConnections } from "@/lib/testing/events/suite/players";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { postgresBus } from "./postgres-bus";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();

busSuite({
  name: "postgres",
  sessionMs: 0,
  open: () => postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", batch: 40, retryMs: 50 }),
  // Its transactions end with their connections, as those of a killed process do.
  kill: async () => void (await endConnections()),
  // It finds a new connection by itself.
  wake: async () => undefined,
  bringAgain: async (group) => {
    await query("update event_positions set snapshot = '1:1:', pinned = null, after_id = 0 where consumer_group = $1", [
      group,
    ]);
  },
});
