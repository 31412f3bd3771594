import { lookAtEvents } from "@/lib/platform/events/look-at-events";
import type { EventStatus } from "../schemas";

/** How events fare in the whole installation, on a connection of its own. */
export async function readEventStatus(): Promise<EventStatus> {
  const { transport, outbox, lag, dead, early } = await lookAtEvents();
  const sum = (of: "failed" | "blocked" | "keys") => dead.reduce((all, one) => all + one[of], 0);
  const deaths = dead.map(({ oldest }) => oldest.toISOString()).sort();
  return {
    transport,
    outbox: outbox && { events: outbox.backlog, oldest_at: outbox.oldest?.toISOString() ?? null },
    lag:
      lag?.map(({ group, topic, events, oldest }) => ({
        ...{ group, topic, events },
        oldest_at: oldest?.toISOString() ?? null,
      })) ?? null,
    early: early.reduce((all, { events }) => all + events, 0),
    dead: { failed: sum("failed"), blocked: sum("blocked"), aggregates: sum("keys"), oldest_at: deaths[0] ?? null },
  };
}
