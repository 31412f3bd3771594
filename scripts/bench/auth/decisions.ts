import { Bench as Timing } from "tinybench";
import { judgeSession, type SessionFacts } from "@/lib/identity/core/judge-session";
import { ROLES, roleMay } from "@/lib/identity/policy";
import { MODULES } from "@/lib/kernel/permission";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";

const RUNS = 5;
const TARGET_US = 2;
/** Every role, module and verb once: what a call costs is a share of the round. */
const QUESTIONS = ROLES.flatMap((role) =>
  MODULES.flatMap((module) => [`${module}:read`, `${module}:write`].map((permission) => [role, permission] as const)),
);

export async function decisions(): Promise<Row[]> {
  const facts = liveFacts();
  const now = new Date();
  const ask = () => {
    let allowed = 0;
    for (const [role, permission] of QUESTIONS) if (roleMay(role, permission as "crm:read")) allowed++;
    return allowed;
  };
  return [
    rowOfRuns(await medians(ask, 1000 / QUESTIONS.length), { name: "policy decision", unit: "µs", target: TARGET_US }),
    rowOfRuns(await medians(() => judgeSession(facts, now), 1000), {
      name: "session decision",
      unit: "µs",
      target: TARGET_US,
    }),
  ];
}

/** The median of a call in each run, in units of which a millisecond has `perMs`. */
async function medians(call: () => unknown, perMs: number): Promise<number[]> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const timing = new Timing({ time: 200, warmupTime: 50 });
    timing.add("call", () => void call());
    const [task] = await timing.run();
    if (task?.result.state !== "completed") throw new Error("the timing did not end");
    runs.push(task.result.latency.p50 * perMs);
  }
  return runs;
}

function liveFacts(): SessionFacts {
  const now = new Date();
  const later = new Date(now.getTime() + 3_600_000);
  return {
    session_id: "s",
    user_id: "u",
    tenant_id: "t",
    amr: ["pwd"],
    created_at: now,
    last_seen_at: now,
    proved_at: now,
    expires_at: later,
    revoked_at: null,
    support_access_id: null,
    email: "a@b.example",
    name: "A",
    locale: "en",
    email_verified_at: now,
    platform_admin: false,
    is_demo: false,
    has_second_factor: true,
    role: "owner",
    has_access: true,
    access_expires_at: null,
    tenant_name: "T",
    plan: "free",
    tenant_closed_at: null,
    support_expires_at: null,
    support_ended_at: null,
  };
}
