import type { Caller } from "./caller";

/** One row of `api_usage` to be: calls of an endpoint on a day by a key, or by a person's token. */
export type Usage = { tenantId: string; userId: string; keyId: string; endpoint: string; date: string; calls: number };

const counted = new Map<string, Usage>();

/** Counts a program's call. In memory: `takeUsage` hands over what came together, so that a call costs no write. */
export function countUsage(caller: Caller, tenantId: string | null, endpoint: string, now: Date): void {
  if (tenantId === null || caller.kind === "anonymous" || (caller.kind === "person" && caller.via === "cookie")) return;
  const date = now.toISOString().slice(0, 10);
  const keyId = caller.kind === "program" ? caller.facts.key_id : "";
  const userId = caller.facts.user_id;
  const name = [tenantId, userId, keyId, endpoint, date].join(" ");
  const usage = counted.get(name) ?? { tenantId, userId, keyId, endpoint, date, calls: 0 };
  usage.calls++;
  counted.set(name, usage);
}

/** What was counted since it was last taken. */
export function takeUsage(): Usage[] {
  const taken = [...counted.values()];
  counted.clear();
  return taken;
}
