import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Checkpoint } from "../core/checkpoint";

/** The second place of checkpoints, out of the database's reach. */
export interface CheckpointStore {
  /** Keeps it as the chain's checkpoint of its day; a later one of the same day takes its place. */
  put(checkpoint: Checkpoint): Promise<void>;
  /** All of a chain, oldest day first. */
  list(chain: string): Promise<Checkpoint[]>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** As files `<folder>/<day>/<chain>.json` that nobody but the product's user reads. */
export function checkpointFiles(folder = join(env().DATA_DIR, "audit-checkpoints")): CheckpointStore {
  return {
    async put(checkpoint) {
      const { chain, day } = Checkpoint.parse(checkpoint);
      const home = join(folder, day);
      await mkdir(home, { recursive: true, mode: 0o700 });
      await replace(home, `${chain}.json`, `${JSON.stringify(checkpoint, null, 2)}\n`);
    },
    async list(chain) {
      const days = (await readdir(/* turbopackIgnore: true */ folder).catch(noneIfAbsent))
        .filter((name) => DAY.test(name))
        .sort();
      const found = await Promise.all(days.map((day) => read(join(folder, day, `${chain}.json`))));
      return found.filter((checkpoint) => checkpoint !== null);
    },
  };
}

/** Writes beside and renames, and waits for the disk: a reader, also after a crash, finds a whole file or the old one. */
async function replace(home: string, name: string, text: string): Promise<void> {
  const draft = join(home, `.${randomUUID()}.new`);
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      // The mode of `open` is cut by the umask, never widened; this states it whatever the umask.
      await file.chmod(0o600);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(home, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const directory = await open(home, "r");
  await directory.sync().finally(() => directory.close());
}

/** Null where there is none. One that can't be read is as good as gone, which the log says. */
async function read(path: string): Promise<Checkpoint | null> {
  const text = await readFile(path, "utf8").catch(noneIfAbsent);
  if (typeof text !== "string") return null;
  const parsed = Checkpoint.safeParse(jsonOf(text));
  if (!parsed.success) log.warn({ path }, "an audit checkpoint can't be read");
  return parsed.data ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noneIfAbsent(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
