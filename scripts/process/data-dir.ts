import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type FolderLock, lockFolder } from "./folder-lock";
import { Refusal } from "./refusal";

/** A first start writes a cluster of 40 MB and its logs; a later one only goes on. */
const FIRST_START_MB = 256;
const LATER_MB = 32;

export type DataDir = { path: string; logs: string; lock: FolderLock };

/** The data folder: there, writable, with room, and ours alone until this process ends. `task` is what others are told. */
export async function openDataDir(given: string, task: string): Promise<DataDir> {
  const path = resolve(given);
  const made = existsSync(path) ? undefined : makeDataDir(path);
  try {
    requireWritable(path);
    requireRoom(path);
    return { path, logs: join(path, "logs"), lock: await lockWhenFree(path, `${task}, process ${process.pid}`) };
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

/** What a holder of the lock says once it is about to let go. */
export const STOPPING = "stopping";
/** One whose npm was just killed needs a moment to notice; one that stops may finish what it has begun. */
const NOTICE_MS = 2_000;
const FINISH_MS = 20_000;

async function lockWhenFree(path: string, self: string): Promise<FolderLock> {
  for (const started = performance.now(); ; await wait(100)) {
    const lock = await lockFolder(path, "data", self);
    if ("release" in lock) return lock;
    if (performance.now() - started < (lock.holder === STOPPING ? FINISH_MS : NOTICE_MS)) continue;
    throw new Refusal(
      `The data folder ${path} is in use by another HashInsight (${lock.holder}).`,
      "Stop that one first, or start this one with another folder and port: DATA_DIR=.data-2 PORT=3001 npm start",
    );
  }
}

/** Makes the folder, which isn't there; gives the topmost one that is new. */
export function makeDataDir(path: string): string {
  // One by one: Node's own recursive mkdir never returns where a file system has no room for new folders (/proc).
  const parent = dirname(path);
  const topmost = existsSync(parent) ? path : makeDataDir(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
    // Postgres runs as another account when we are root, and passes through to a folder of its own.
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
    return topmost;
  } catch (cause) {
    throw notWritable(path, cause);
  }
}

function requireWritable(path: string): void {
  const probe = join(path, `.write-test-${process.pid}`);
  if (!statSync(path).isDirectory()) throw notWritable(path, { code: "it is a file" });
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "hashinsight");
    rmSync(probe);
  } catch (cause) {
    rmSync(probe, { force: true });
    if (["ENOSPC", "EDQUOT"].includes(codeOf(cause))) throw full(path, 0, LATER_MB);
    throw notWritable(path, cause);
  }
}

function requireRoom(path: string): void {
  const { bavail, bsize } = statfsSync(path);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  const neededMb = existsSync(join(path, "postgres")) ? LATER_MB : FIRST_START_MB;
  if (freeMb < neededMb) throw full(path, freeMb, neededMb);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

const notWritable = (path: string, cause: unknown) =>
  new Refusal(
    `The data folder ${path} can't be written (${codeOf(cause)}).`,
    "Give it to the user that starts HashInsight, or name another folder: DATA_DIR=/path/to/folder npm start",
    { cause },
  );

const full = (path: string, freeMb: number, neededMb: number) =>
  new Refusal(
    `The disk is full: ${freeMb} MB are free at ${path}, a start needs ${neededMb} MB.`,
    "Free some space, or name a folder on another disk: DATA_DIR=/path/to/folder npm start. Nothing was changed.",
  );
