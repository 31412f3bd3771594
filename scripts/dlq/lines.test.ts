import { expect, it } from "vitest";
import type { DeadRow } from "@/lib/platform/events/dead-list";
import { keyLines, listLines } from "./lines";

const PRISMA = `
Invalid \`client(unit).userMiner.create()\` invocation in
/app/lib/machines/data/miners.ts:61:40

  58 export async function insertMiner(
→ 61   await client(unit).userMiner.create(
Unique constraint failed on the fields: (\`portfolio_id\`,\`name\`)`;

const dead: DeadRow = {
  id: "1",
  tenant_id: null,
  user_id: null,
  event_id: "8d2f0c5e-0000-4000-8000-000000000001",
  group: "audit",
  topic: "events.miner",
  kind: "miner.updated",
  key: "miner:1",
  version: "3",
  reason: "failed",
  error_kind: "Error",
  error_message: null,
  retry_count: 3,
  failed_at: new Date("2026-11-26T10:00:00Z"),
  replayed_at: null,
  replayed_by: null,
  replay_reason: null,
};

it.each([
  ["PrismaClientKnownRequestError", PRISMA, "Unique constraint failed on the fields: (`portfolio_id`,`name`)"],
  [
    "PrismaClientKnownRequestError",
    "\nInvalid `x.update()` invocation:\n\n\nAn operation failed.\n",
    "An operation failed.",
  ],
  ["TypeError", "Bad apple\n    at tree", "Bad apple"],
  ["Error", "\n\n  late words\nmore", "late words"],
  ["Error", null, ""],
])("tells in a line what was wrong: %s %j", (error_kind, error_message, words) =>
  expect(
    listLines([{ ...dead, error_kind, error_message }])[1]
      ?.split(/ {2,}/)
      .at(-1),
  ).toBe(`${error_kind}: ${words}`.trim()),
);

it.each([
  [[1], "Would replay 1 event of 1 aggregate. Nothing was changed."],
  [[1, 2], "Would replay 3 events of 2 aggregates. Nothing was changed."],
])("counts %j events in words", (counts, words) => {
  const keys = counts.map((events) => ({ group: "audit", topic: "events.miner" as const, key: "miner:1", events }));
  expect(keyLines(keys, undefined).at(-1)).toBe(words);
});
