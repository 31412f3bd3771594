import { setTimeout as wait } from "node:timers/promises";

/**
 * A place where a test may break the process: `FAILPOINT=name:kill`, `name:throw` or `name:sleep(250)`, several apart by
 * `;`, and `@3` behind it for the third time that the place is passed only. Without the variable it is nothing.
 */
export async function failpoint(name: string): Promise<void> {
  const point = points().get(name);
  if (!point) return;
  point.passed++;
  if (point.at !== null && point.passed !== point.at) return;
  if (point.act === "kill") process.kill(process.pid, "SIGKILL");
  else if (point.act === "throw") throw new Error(`Failpoint ${name}`);
  await wait(point.act === "kill" ? 60_000 : point.ms);
}

type Point = { act: string; ms: number; at: number | null; passed: number };

let known: Map<string, Point> | undefined;

function points(): Map<string, Point> {
  known ??= parseFailpoints(process.env.FAILPOINT ?? "");
  return known;
}

/** Throws on a word that is no failpoint: a test that breaks nothing would be green. */
export function parseFailpoints(text: string): Map<string, Point> {
  const found = new Map<string, Point>();
  for (const part of text.split(";").filter((word) => word.trim() !== "")) {
    const [, name, act, ms, at] = /^\s*([a-z.-]+):(kill|throw|sleep)(?:\((\d+)\))?(?:@(\d+))?\s*$/.exec(part) ?? [];
    if (!name || !act || (act === "sleep") !== (ms !== undefined))
      throw new Error(
        `FAILPOINT: "${part}" is none; write name:kill, name:throw or name:sleep(ms), with @n for the nth time`,
      );
    found.set(name, { act, ms: Number(ms ?? 0), at: at === undefined ? null : Number(at), passed: 0 });
  }
  return found;
}
