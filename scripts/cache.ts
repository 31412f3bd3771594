// The cache that processes share, from outside: `npm run cache -- stats`, `npm run cache -- clear PATTERN [--dry-run]`.
import type { CacheDriver } from "@/lib/platform/cache/driver";
import { sharedStore } from "@/lib/platform/cache/open-driver";
import { matcher } from "@/lib/platform/cache/pattern";
import { statsTable } from "./cache/stats-table";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { readSettings } from "./start/settings";

const USE =
  "npm run cache -- stats, or npm run cache -- clear PATTERN [--dry-run]; in a pattern * stands for anything: price_trend:*";

await runTask(async () => {
  const { values, positionals } = commandLine(USE, {
    options: { "dry-run": { type: "boolean" } },
    allowPositionals: true,
  });
  const work = taskOf(positionals, values["dry-run"] === true);
  const open = sharedStore(readSettings());
  if (!open) {
    throw new Refusal(
      "There is no cache that processes share: neither REDIS_URL nor UPSTASH_REDIS_REST_URL is set.",
      "Each process caches for itself, and begins anew when it is started again.",
    );
  }
  const store = await open();
  try {
    await work(store);
  } catch (cause) {
    throw new Refusal((cause as Error).message, "Is it there, and is the address the right one?", { cause });
  } finally {
    await store.close();
  }
});

function taskOf([task, pattern = "", ...more]: string[], isDry: boolean): (store: CacheDriver) => Promise<void> {
  if (task === "stats" && pattern === "") {
    return async (store) => console.log(statsTable(await store.list("*")));
  }
  if (task !== "clear" || pattern === "" || more.length > 0) throw new Refusal("What shall be done?", USE);
  try {
    matcher(pattern);
  } catch (cause) {
    throw new Refusal((cause as Error).message, USE, { cause });
  }
  if (isDry) {
    return async (store) => {
      const names = (await store.list(pattern)).map(({ name }) => name).sort();
      console.log([...names, `${names.length} values would be forgotten.`].join("\n"));
    };
  }
  return async (store) =>
    console.log(`${await store.forget(pattern)} values are forgotten; what processes have of them is, in a second.`);
}
