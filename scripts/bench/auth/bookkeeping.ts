import { z } from "zod";
import { insertLoginRecord } from "@/lib/identity/data/login-records";
import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command, NoInput } from "@/lib/kernel/use-case";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { newKey } from "./database-part";
import { latencies, p95, warm } from "./latencies";
import type { BenchCompany } from "./with-company";

const RUNS = 5;
const CALLS = 800;
const TARGET_MS = 2;
/** 32 writers who each write five times a second are eight times the 1,200 writes a minute of the design. */
const LOADS = [
  { writers: 1, everyMs: 0, name: "1 writer" },
  { writers: 32, everyMs: 200, name: "32 writers of one company" },
];

/** What the audit entry and the idempotency key add to a write of one row, alone and with 32 writers of one company. */
export async function bookkeeping(
  { tenantId, userId, asOwner }: BenchCompany,
  say: (line: string) => void,
): Promise<Row[]> {
  const write = (ctx: QueryCtx) =>
    insertLoginRecord(ctx, {
      tenantId,
      userId,
      email: "owner@bench.example",
      loginTime: ctx.now(),
      ipAddress: "192.0.2.1",
      userAgent: "bench",
      method: "bench",
      outcome: "ok",
    });
  const kept = command({
    name: "bench.write",
    permission: "company:write",
    input: NoInput,
    output: z.object({ done: z.boolean() }),
    async run(ctx) {
      await write(ctx);
      ctx.audit({ entity: "bench", id: "1", before: { value: 1 }, after: { value: 2 } });
      return { done: true };
    },
  });
  const withKey = (ctx: Ctx): Ctx => ({ ...ctx, idempotency: { key: newKey(), route: "POST /bench", hash: "h" } });
  const booked = () => kept.execute(withKey(asOwner()), {});
  const bare = () => inOwnUnit(asOwner(), "bench.bare", write);
  await warm([booked, bare]);
  const rows: Row[] = [];
  for (const { writers, everyMs, name } of LOADS) {
    const added: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      say(`books, ${name}, run ${run + 1} of ${RUNS}`);
      const [kept, without] = await latencies([booked, bare], { calls: CALLS, atOnce: writers, everyMs });
      added.push(p95(kept) - p95(without));
    }
    rows.push(
      rowOfRuns(added, { name: `audit and idempotency add to a write's P95, ${name}`, unit: "ms", target: TARGET_MS }),
    );
  }
  say("books, 32 writers flat out");
  const perSecond = async (call: () => Promise<unknown>) => {
    const started = performance.now();
    await latencies([call], { calls: CALLS, atOnce: 32 });
    return (CALLS * 1000) / (performance.now() - started);
  };
  const flatOut: { kept: number; without: number }[] = [];
  for (let run = 0; run < RUNS; run++) flatOut.push({ kept: await perSecond(booked), without: await perSecond(bare) });
  const peer = { name: "without its books", values: flatOut.map(({ without }) => without) };
  const values = flatOut.map(({ kept }) => kept);
  rows.push(rowOfRuns(values, { name: "writes of one company, 32 writers flat out", unit: "a second", peer }));
  return rows;
}
