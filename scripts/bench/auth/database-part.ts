import { randomBytes } from "node:crypto";
import { sha256Hex } from "@/lib/identity/core/digest";
import { readSessionFacts } from "@/lib/identity/data/session-facts";
import { getCompany } from "@/lib/identity/use-cases/members/company";
import { openSession } from "@/lib/identity/use-cases/open-session";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { pool } from "@/lib/platform/db";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { latencies, p95, warm } from "./latencies";
import type { BenchCompany } from "./with-company";

const RUNS = 5;
const CALLS = 2_000;
const MOST_TIMES_THE_PEER = 3;

/** The database's part of an authenticated read: session's row, tenant set, one query; against that query alone. */
export async function databasePart(
  { tenantId, userId, asOwner }: BenchCompany,
  say: (line: string) => void,
): Promise<Row[]> {
  const ctx = asOwner();
  const opened = await inOwnUnit(ctx, "bench", (own) =>
    openSession(own, { userId, tenantId, role: "owner", amr: ["pwd"] }),
  );
  const sidHash = await sha256Hex(opened.sid);
  const ours = async () => {
    await readSessionFacts(sidHash);
    await getCompany.execute(asOwner(), {});
  };
  const bare = () => pool().query("select id, name, plan, is_demo, created_at from tenants where id = $1", [tenantId]);
  await warm([ours, bare]);
  const runs: { ours: number; bare: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    say(`database part, run ${run + 1} of ${RUNS}`);
    const [our, peers] = await latencies([ours, bare], { calls: CALLS, atOnce: 1 });
    runs.push({ ours: p95(our), bare: p95(peers) });
  }
  const peer = { name: "the query on a bare pool", values: runs.map(({ bare }) => bare) };
  const row = rowOfRuns(
    runs.map(({ ours }) => ours),
    { name: "database part of an authenticated read, P95", unit: "ms", peer },
  );
  return [
    { ...row, target: MOST_TIMES_THE_PEER * (row.peer?.value ?? 0), ok: (row.ratio ?? 0) <= MOST_TIMES_THE_PEER },
  ];
}

/** For a key that has not been used. */
export const newKey = (): string => randomBytes(12).toString("hex");
