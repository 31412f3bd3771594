import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "@/lib/transport/consume";
import type { LongWork } from "@/lib/transport/long-work";
import type { Job } from "@/lib/transport/schedule";

/** What the files of a folder beside this one export under a name, in the order of their names. */
async function load<T>(folder: string, name: string): Promise<T[]> {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return Promise.all(
    files.sort().map(async (file) => ((await import(join(path, file))) as Record<string, T>)[name] as T),
  );
}

export const loadJobs = (): Promise<Job[]> => load<Job>("jobs", "job");
export const loadConsumers = (): Promise<Consumer[]> => load<Consumer>("consumers", "consumer");
export const loadWork = (): Promise<LongWork[]> => load<LongWork>("work", "work");
