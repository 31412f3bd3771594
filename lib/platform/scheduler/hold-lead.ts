import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "../db";
import { LEADER_LOCK } from "./leader";

/** Another worker leads by now. */
export class LeadLost extends Error {
  override readonly name = "LeadLost";
}

/** Refuses the transaction of a leader whose time is over (`LeadLost`); until it ends nobody else begins to lead. */
export async function holdLead(ctx: { unit: UnitOfWork }, epoch: bigint): Promise<void> {
  const held = await (await tx(ctx)).$queryRaw<unknown[]>`
    select 1 from scheduler_leader_lock where name = ${LEADER_LOCK} and epoch = ${epoch} for share`;
  if (held.length === 0) throw new LeadLost("Another worker leads by now: nothing of this is stored.");
}
