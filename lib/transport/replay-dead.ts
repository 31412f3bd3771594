import { AppError } from "@/lib/kernel/errors";
import { faultOf } from "@/lib/platform/events/dead";
import { type DeadFilter, deadKeys, failAgain, nextDead, rise, type Who } from "@/lib/platform/events/dead-list";
import { passGate } from "@/lib/platform/events/gate";
import { type GroupTopic, keepKeys, lockKeys, takeEarly } from "@/lib/platform/events/inbox";
import type { Consumer } from "./consume";
import { mayPass } from "./consumer-faults";
import { hand } from "./consumer-runner";
import { eventsUnit, inEventsUnit } from "./ctx";

export type Replay = DeadFilter & Who & { /** Events at most. */ most?: number | undefined };
export type Replayed = { replayed: number; failed: number };

/**
 * Replays dead events through the handlers of their groups, each aggregate's in its order from its first one that is dead;
 * the aggregate is free with its last. One that fails again stays with its aggregate, the others go on. Throws
 * `unavailable` when a dependency is down: what was replayed until then stays so.
 */
export async function replayDead(consumers: readonly Consumer[], replay: Replay): Promise<Replayed> {
  const done: Replayed = { replayed: 0, failed: 0 };
  const keys = await inEventsUnit("replay", (ctx) => deadKeys(ctx, replay));
  for (const { key, ...of } of keys) {
    const consumer = consumers.find(({ group }) => group === of.group);
    if (!consumer) throw new AppError("not_found", `There is no group of consumers ${of.group} any more.`);
    for (;;) {
      if (done.replayed + done.failed >= (replay.most ?? Number.POSITIVE_INFINITY)) return done;
      const outcome = await replayNext(consumer, of, key, replay);
      if (outcome === "replayed") done.replayed++;
      if (outcome === "failed") done.failed++;
      if (outcome !== "replayed") break;
    }
  }
  return done;
}

/** The next dead event of an aggregate, in a transaction of its own. */
async function replayNext(
  consumer: Consumer,
  of: GroupTopic,
  key: string,
  who: Who,
): Promise<"replayed" | "failed" | "none"> {
  const unit = eventsUnit(of.group);
  const ctx = { unit };
  let dead: Awaited<ReturnType<typeof nextDead>>;
  try {
    dead = await nextDead(ctx, of, key);
    if (!dead) return "none";
    const states = await lockKeys(ctx, of, [dead]);
    // Another replay may have been faster.
    if ((await nextDead(ctx, of, key))?.event.event_id !== dead.event.event_id) return "replayed";
    for (const state of states.values()) state.isParked = false;
    const passed = passGate([dead, ...(await takeEarly(ctx, of, [key]))], states);
    for (const one of passed.flatMap(({ run }) => run)) await hand(consumer, unit, [one]);
    await keepKeys(ctx, of, passed);
    await rise(ctx, of, dead, who);
    await unit.commit();
    return "replayed";
  } catch (error) {
    await unit.rollback(error);
    if (!dead || mayPass(error)) throw error;
    const failed = dead;
    await inEventsUnit(of.group, (own) => failAgain(own, of, failed, faultOf(error)));
    return "failed";
  } finally {
    await unit.rollback(undefined);
  }
}
