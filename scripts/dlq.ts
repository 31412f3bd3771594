// Events that a consumer could not take:
//   npm run dlq -- stats | list | show EVENT_ID | replay [--hours N] [--limit N] [--key KEY] [--group GROUP] [--dry-run]
// Its database is the one of DATABASE_URL, or the embedded one (of an `npm start` that runs on the same DATA_DIR).
import { userInfo } from "node:os";
import { askReplay } from "@/lib/admin/use-cases/dlq/ask-replay";
import { disconnectDatabase } from "@/lib/platform/db";
import { deadKeys, deadStats, findDead, listDead } from "@/lib/platform/events/dead-list";
import { commandLineCtx, inEventsUnit } from "@/lib/transport/ctx";
import { answerUntil } from "@/lib/transport/replay-requests";
import { loadConsumers } from "@/workers/load";
import { keyLines, listLines, showLines, statsLines } from "./dlq/lines";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { withDatabase } from "./process/with-database";

const USAGE = `npm run dlq -- stats                     how much is dead, by group and topic
npm run dlq -- list                      the newest first (--hours, --limit, --key, --group)
npm run dlq -- show EVENT_ID             one event, with what was published and why it failed
npm run dlq -- replay [--dry-run]        aggregates in their order, the one that is dead the longest first
  --hours N    of which an event failed within N hours      --limit N     events at most
  --key KEY    of this aggregate alone                      --group GROUP of this group alone
  --reason WORDS   why, which is asked for                  --json        for programs`;

const options = {
  hours: { type: "string" },
  limit: { type: "string" },
  key: { type: "string" },
  group: { type: "string" },
  reason: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
} as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A number above 0 from the command line; throws what to write instead. */
function above0(name: string, text: string | undefined, isWhole: boolean): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0) || (isWhole && !Number.isInteger(value)))
    throw new Refusal(`--${name} takes a ${isWhole ? "whole " : ""}number above 0, not "${text}".`, USAGE);
  return value;
}

await runTask(async () => {
  const { values, positionals } = commandLine(USAGE, { options, allowPositionals: true });
  const [verb = "", eventId = ""] = positionals;
  const filter = { group: values.group, key: values.key, hours: above0("hours", values.hours, false) };
  const limit = above0("limit", values.limit, true);
  const print = (result: unknown, lines: string[]) =>
    console.log(values.json ? JSON.stringify(result, null, 2) : lines.join("\n"));

  async function stats(): Promise<void> {
    const all = await inEventsUnit("dlq", deadStats);
    print(all, statsLines(all));
  }

  async function list(): Promise<void> {
    const rows = await inEventsUnit("dlq", (ctx) => listDead(ctx, filter, limit ?? 50));
    print(rows, listLines(rows));
  }

  async function show(): Promise<void> {
    const rows = await inEventsUnit("dlq", async (ctx) => (UUID.test(eventId) ? findDead(ctx, eventId) : []));
    if (rows.length === 0) throw new Refusal(`No dead event has the id ${eventId}.`, "npm run dlq -- list shows them.");
    print(rows, showLines(rows));
  }

  async function replay(): Promise<void> {
    const keys = await inEventsUnit("dlq", (ctx) => deadKeys(ctx, filter));
    if (values["dry-run"]) return print(keys, keyLines(keys, limit));
    if (keys.length === 0) return print({ replayed: 0, failed: 0, fault: null }, keyLines(keys, limit));
    if (!values.reason) throw new Refusal("A replay stands in the audit log with its reason.", '--reason "why"');
    const { id } = await askReplay.execute(commandLineCtx(userInfo().username), {
      ...{ group: filter.group, aggregate_key: filter.key, hours: filter.hours, most: limit },
      ...{ reason: values.reason, dry_run: false },
    });
    const done = await answerUntil(id ?? "", await loadConsumers());
    print(done, [done.fault ?? `${done.replayed} replayed, ${done.failed} failed again.`]);
    if (done.failed > 0 || done.fault) process.exitCode = 1;
  }

  const work = new Map(Object.entries({ stats, list, show, replay })).get(verb);
  if (!work || positionals.length !== (work === show ? 2 : 1))
    throw new Refusal(verb ? `"${positionals.join(" ")}" is nothing that dlq does.` : "What shall dlq do?", USAGE);
  await withDatabase(`npm run dlq -- ${verb}`, async () => {
    await work();
    await disconnectDatabase();
  });
});
