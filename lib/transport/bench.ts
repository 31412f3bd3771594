import { monitorEventLoopDelay } from "node:perf_hooks";
import { pool } from "@/lib/platform/db";

/** One query as a route would ask it that knows no session and no tenant. */
export async function benchQuery(): Promise<{ rows: number }> {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const { rowCount } = await pool().query("select id, name, plan, is_demo, created_at from tenants where id = $1", [
    nobody,
  ]);
  return { rows: rowCount ?? 0 };
}

let delays: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** How late the event loop of this process comes round, from the beginning to the end of a measurement. */
export function benchLoop(begin: boolean): { p99_ms: number } {
  const p99_ms = (delays?.percentile(99) ?? 0) / 1e6;
  delays?.disable();
  delays = begin ? monitorEventLoopDelay({ resolution: 5 }) : undefined;
  delays?.enable();
  return { p99_ms };
}
