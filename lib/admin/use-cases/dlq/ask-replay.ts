import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { dlqContract } from "../../core/dlq/contract";
import { planReplay } from "../../data/dead-events";
import { insertReplay } from "../../data/replays";

/**
 * Asks for a replay of dead events, with the reason; the consumers' process does it, for there are the handlers. A dry run
 * says what it would take and asks for nothing. Throws `conflict` when nothing is dead that fits.
 */
export const askReplay = command({
  ...dlqContract.replay,
  name: "platform.dlq.replay",
  isDryRun: ({ dry_run }) => dry_run,
  async run(ctx, { group, aggregate_key: key, hours, most, reason = "", dry_run }) {
    const filter = { group, key, hours };
    const plan = await planReplay(ctx, filter, most);
    if (dry_run) return { id: null, dry_run, ...plan };
    if (plan.events === 0) throw new AppError("conflict", "Nothing is dead that fits: there is nothing to replay.");
    const by = ctx.session?.email ?? ctx.actor.id;
    const id = await insertReplay(ctx, { ...filter, by, reason, most, planned: plan.events });
    ctx.audit({
      entity: "event_replays",
      id,
      after: { reason, group, aggregate_key: key, hours, most, ...plan, actor_email: ctx.session?.email ?? null },
    });
    return { id, dry_run, ...plan };
  },
});
