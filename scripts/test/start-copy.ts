import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "../process/spawn-node";

export type Copy = {
  url: string;
  /** Everything it said so far, both streams. */
  said(): string;
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  /** All of its processes, now. */
  family(): number[];
  /** The process of one of its parts. */
  pidOf(part: "start" | "keeper" | "web" | "worker"): number;
};

const PARTS = { start: "scripts/start.ts", keeper: "keeper.ts", web: "web/server.ts", worker: "workers/main.ts" };

/** `npm start` as a stranger types it in `folder`, with the given environment; resolves at once. */
export function startCopy(env: Record<string, string>, folder: string = ROOT): Copy {
  const child = spawn("npm", ["start"], {
    cwd: folder,
    detached: true,
    env: { ...process.env, DATABASE_URL: "", NETWORK: "off", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      said += text;
    });
  }
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    said: () => said,
    ended: once(child, "exit").then(([code]) => code as number | null),
    signal: (signal) => void child.kill(signal),
    family: () => familyOf(child.pid).map(({ pid }) => pid),
    pidOf(part) {
      const found = familyOf(child.pid).find(({ command }) => command.includes(PARTS[part]));
      if (!found) throw new Error(`No process runs ${PARTS[part]}`);
      return found.pid;
    },
  };
}

/** Resolves at its line `Ready:`; throws what it said if it ends before. */
export async function untilReady(copy: Copy): Promise<Copy> {
  let ended = false;
  void copy.ended.then(() => {
    ended = true;
  });
  while (!/^Ready: /m.test(copy.said())) {
    if (ended) throw new Error(`It ended before it was ready:\n${copy.said()}`);
    await wait(50);
  }
  return copy;
}

type Row = { pid: number; parent: number; command: string };

/** All processes that live; one that ended and waits for its parent to notice isn't alive. */
function processes(): Row[] {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

/** Linux: a slim image has no `ps`. */
function fromProc(): Row[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return state === "Z" ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    } catch {
      return []; // It ended while we were reading.
    }
  });
}

function fromPs(): Row[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8", maxBuffer: 16_000_000 });
  return [...table.matchAll(/^\s*(\d+)\s+(\d+)\s+([^Z]\S*)\s+(.*)$/gm)].map(([, pid, parent, , command = ""]) => ({
    pid: Number(pid),
    parent: Number(parent),
    command,
  }));
}

function familyOf(root: number | undefined): Row[] {
  const all = processes();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Resolves when none of the processes lives any more. */
export async function gone(pids: number[]): Promise<void> {
  while (living(pids).length > 0) await wait(50);
}

/** Which of the processes still live. */
export function living(pids: number[]): number[] {
  return processes()
    .map(({ pid }) => pid)
    .filter((pid) => pids.includes(pid));
}
