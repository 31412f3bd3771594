import type { Client } from "pg";
import { createOwner } from "@/lib/identity/use-cases/create-account";
import { portfolioKey } from "@/lib/machines/core/user-miners/portfolio";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { systemCtx } from "@/lib/transport/ctx";
import { ownerCtx } from "../auth/with-company";
import { monotonicMs } from "./monotonic-ms";

const COMPANIES = 20;
const MACHINES = 10;

/** A write that was acknowledged: of which portfolio, its version there, and when. */
export type Write = { userId: string; key: string; version: number; ackMs: number };

/** One company's owner with some machines. */
export type Keeper = {
  /** Changes the next of the machines, as its page would; after the write before. */
  change(): Promise<Write>;
};

/** Companies with machines, on a plan that has room for them. */
export async function portfolios(admin: Client): Promise<Keeper[]> {
  await seedCatalogue.execute(systemCtx("bench"), {});
  const keepers: Keeper[] = [];
  for (let index = 0; index < COMPANIES; index++) keepers.push(await keeper(admin, index));
  return keepers;
}

async function keeper(admin: Client, index: number): Promise<Keeper> {
  const { tenant_id: tenantId, user_id: userId } = await createOwner.execute(systemCtx("bench"), {
    ...{ email: `owner${index}@bench.example`, name: "Bench", password: "seven-quiet-transformers" },
    company: `Deep Shaft ${index}`,
  });
  await admin.query("update tenants set plan = 'enterprise' where id = $1", [tenantId]);
  const ctx = () => {
    const own = ownerCtx(tenantId, userId);
    return { ...own, actor: { ...own.actor, userId } };
  };
  const machines: { id: string; version: number }[] = [];
  for (let row = 0; row < MACHINES; row++) {
    const entered = { miner_model: "Antminer S21 200T", quantity: 10 + row, electricity_cost: 0.055 };
    const { id, version } = await addUserMiner.execute(ctx(), { ...entered, label: `Row ${row}` });
    machines.push({ id, version });
  }
  let turn = 0;
  async function change(): Promise<Write> {
    const machine = machines[turn++ % MACHINES];
    if (!machine) throw new Error("there is no machine");
    const quantity = 10 + (turn % 40);
    const { version, portfolio_version } = await changeUserMiner.execute(ctx(), { ...machine, quantity });
    machine.version = version;
    return { userId, key: portfolioKey({ tenantId, userId }), version: portfolio_version, ackMs: monotonicMs() };
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    change() {
      const next = last.then(change);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
