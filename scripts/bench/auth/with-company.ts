import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOwner } from "@/lib/identity/use-cases/create-account";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { openUnitOfWork } from "@/lib/platform/unit-of-work";
import { systemCtx } from "@/lib/transport/ctx";
import { startEmbedded } from "../../postgres/embedded";
import { migrate } from "../../postgres/migrate";
import { productSecrets } from "../../process/product-secrets";

/** A company on a database of its own, in this process: `asOwner` is the context of a request by its owner. */
export type BenchCompany = { tenantId: string; userId: string; asOwner(): Ctx };

export async function withCompany<T>(work: (company: BenchCompany) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-bench-"));
  const postgres = await startEmbedded({ dataDir });
  try {
    await migrate(postgres.ownerUrl);
    const pool = { DATABASE_URL: postgres.runtimeUrl, DATABASE_POOL_SIZE: "40", LOG_LEVEL: "silent" };
    Object.assign(process.env, productSecrets(dataDir), pool);
    const person = {
      email: "owner@bench.example",
      name: "Bench",
      password: "seven-quiet-transformers",
      company: "Deep Shaft",
    };
    const { tenant_id: tenantId, user_id: userId } = await createOwner.execute(systemCtx("bench"), person);
    return await work({ tenantId, userId, asOwner: () => ownerCtx(tenantId, userId) });
  } finally {
    await disconnectDatabase();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The context of a request by the owner, without a session in between. */
function ownerCtx(tenantId: string, userId: string): Ctx {
  const system = systemCtx("bench");
  const scope = { tenantId, userId, ownOnly: false, lookup: null, work: "" as const };
  const { actor, requestId, now } = system;
  return { ...system, tenantId, begin: (useCase) => openUnitOfWork(useCase, { actor, requestId, scope, now }) };
}
