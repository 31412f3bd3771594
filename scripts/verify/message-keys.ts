import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";
import { sourceFiles } from "./source-files";

type Messages = { [key: string]: string | Messages };

/** Both languages have the same messages, and each message the same arguments in both. */
export const messageKeys: Check = {
  name: "messages",
  async run() {
    const [en, zh] = [readAll("en"), readAll("zh")];
    return { faults: [...differences(en, zh)], words: `${en.size} messages in two languages` };
  },
};

/** The faults between two sets of messages, each under `file.key.key`. */
export function* differences(en: Map<string, string>, zh: Map<string, string>): Generator<string> {
  for (const [key, text] of en) {
    const other = zh.get(key);
    if (other === undefined) yield `messages/zh lacks ${key}`;
    else if (String(argumentsOf(text)) !== String(argumentsOf(other))) {
      yield `${key} takes {${argumentsOf(text)}} in English and {${argumentsOf(other)}} in Chinese`;
    }
  }
  for (const key of zh.keys()) if (!en.has(key)) yield `messages/en lacks ${key}`;
}

/** The names of a message's arguments: `{count, number} of {total}` gives count, total. Tags may differ. */
function argumentsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name = ""]) => name))].sort();
}

function readAll(locale: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of sourceFiles(`messages/${locale}`, /\.json$/)) {
    const name = file.slice(`messages/${locale}/`.length).replace(/\.json$/, "");
    flatten(name, JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Messages, all);
  }
  return all;
}

function flatten(prefix: string, messages: Messages, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") into.set(`${prefix}.${key}`, value);
    else flatten(`${prefix}.${key}`, value, into);
  }
}
