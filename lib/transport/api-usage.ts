import { keepUsage } from "@/lib/identity/use-cases/api-keys/keep-usage";
import { isDraining } from "@/lib/platform/lifecycle";
import { log } from "@/lib/platform/log";
import type { Caller } from "./caller";
import { systemCtx } from "./ctx";

/** One row of `api_usage` to be: calls of an endpoint on a day by a key, or by a person's token. */
export type Usage = { tenantId: string; userId: string; keyId: string; endpoint: string; date: string; calls: number };

const FLUSH_MS = 10_000;
/** A process that is told to stop has a few seconds left, so it is asked more often than it writes. */
const LOOK_MS = 1_000;

const counted = new Map<string, Usage>();
let isWatched = false;

/** Counts a program's call. In memory, and written every ten seconds: a call costs no write. */
export function countUsage(caller: Caller, tenantId: string | null, endpoint: string, now: Date): void {
  if (tenantId === null || caller.kind === "anonymous" || (caller.kind === "person" && caller.via === "cookie")) return;
  const keyId = caller.kind === "program" ? caller.facts.key_id : "";
  const date = now.toISOString().slice(0, 10);
  add({ tenantId, userId: caller.facts.user_id, keyId, endpoint, date, calls: 1 });
  if (!isWatched) lookOut();
  isWatched = true;
}

function add(usage: Usage): void {
  const name = [usage.tenantId, usage.userId, usage.keyId, usage.endpoint, usage.date].join(" ");
  const known = counted.get(name);
  if (known) known.calls += usage.calls;
  else counted.set(name, { ...usage });
}

/** What was counted since it was last taken. */
export function takeUsage(): Usage[] {
  const taken = [...counted.values()];
  counted.clear();
  return taken;
}

/** Writes what was counted, a company at a time; what can't be written is counted on. */
export async function flushUsage(): Promise<void> {
  const taken = takeUsage();
  for (const tenantId of new Set(taken.map((one) => one.tenantId))) {
    const usage = taken.filter((one) => one.tenantId === tenantId);
    const rows = usage.map(({ tenantId: _, ...row }) => row);
    try {
      await keepUsage.execute(systemCtx("api-usage"), { tenantId, rows });
    } catch (err) {
      log.warn({ err, tenant: tenantId, rows: rows.length }, "calls could not be written down: kept for the next time");
      for (const one of usage) add(one);
    }
  }
}

function lookOut(): void {
  let lastMs = Date.now();
  let writing = false;
  const timer = setInterval(() => {
    if (writing || counted.size === 0 || (Date.now() - lastMs < FLUSH_MS && !isDraining())) return;
    writing = true;
    lastMs = Date.now();
    void flushUsage().finally(() => {
      writing = false;
    });
  }, LOOK_MS);
  timer.unref();
}
