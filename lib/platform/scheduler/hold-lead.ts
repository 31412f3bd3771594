import type { UnitOfWork } from "@/lib/kernel/context";
import { ask } from "../unit-of-work";
import { LEADER_LOCK } from "./leader";

/** Another worker leads by now. */
export class LeadLost extends Error {
  override readonly name = "LeadLost";
}

/** Refuses the transaction of a leader whose time is over (`LeadLost`); until it ends nobody else begins to lead. */
export async function holdLead(ctx: { unit: UnitOfWork }, epoch: bigint): Promise<void> {
  const held = await ask(ctx, {
    name: "hold-lead",
    text: "select 1 from scheduler_leader_lock where name = $1 and epoch = $2 for share",
    values: [LEADER_LOCK, epoch],
  });
  if (held.length === 0) throw new LeadLost("Another worker leads by now: nothing of this is stored.");
}
