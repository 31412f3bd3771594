// Prepares the database of DATABASE_URL (its owner) for Debezium and ends: `npm run prepare-replication`, repeatable.
// OUTBOX_DATABASE_PASSWORD becomes the password of the role that reads.
import { prepareReplication } from "./kafka/prepare-replication";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

await runTask(async () => {
  commandLine("npm run prepare-replication, with DATABASE_URL (the owner's) and OUTBOX_DATABASE_PASSWORD", {});
  const { DATABASE_URL, OUTBOX_DATABASE_PASSWORD } = process.env;
  if (!DATABASE_URL?.trim() || !OUTBOX_DATABASE_PASSWORD?.trim()) {
    throw new Refusal(
      "DATABASE_URL or OUTBOX_DATABASE_PASSWORD is not set.",
      "Give the owner's address, and the password that Debezium is to sign in with.",
    );
  }
  const url = new URL(await prepareReplication(DATABASE_URL, OUTBOX_DATABASE_PASSWORD));
  console.log(`Debezium may read ${url.pathname.slice(1)} at ${url.host} as ${url.username}.`);
});
