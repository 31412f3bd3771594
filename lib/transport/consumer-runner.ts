import type { UnitOfWork } from "@/lib/kernel/context";
import { layBehind } from "@/lib/platform/events/dead";
import type { Arrived, Batch, Subscriber } from "@/lib/platform/events/event-bus";
import { type Passed, passGate } from "@/lib/platform/events/gate";
import { type GroupTopic, keepKeys, lockKeys, takeEarly, takeIn } from "@/lib/platform/events/inbox";
import { readerBegan } from "@/lib/platform/events/readers";
import { failpoint } from "@/lib/platform/failpoint";
import { observeTaken } from "@/lib/platform/metrics/observe-events";
import { traced } from "@/lib/platform/tracing/traced";
import type { Consumer } from "./consume";
import { HandlerFault, mayPass, persist } from "./consumer-faults";
import { eventsUnit } from "./ctx";
import { park } from "./park-aggregate";

/** How often an event that a handler can't take is tried before its aggregate is parked. */
const TRIES = 3;

type Settle = Batch["settle"] | undefined;

/**
 * Takes batches for a consumer. A batch is one transaction: its inbox rows, whose turn it is, the effects, the position.
 * What fails for a reason that may pass is tried again in its place; else the batch is taken apart, and an event that
 * fails three times is laid down with its aggregate, while all others go on.
 */
export const subscriberOf = (consumer: Consumer): Subscriber => ({
  group: consumer.group,
  topics: consumer.topics,
  async handle(batch, signal) {
    const of: GroupTopic = { group: consumer.group, topic: batch.topic };
    const keepAt = <T>(work: () => Promise<T>) => persist(work, batch, signal);
    try {
      return await keepAt(() => takeTogether(consumer, of, batch.events, batch.settle));
    } catch (error) {
      if (!(error instanceof HandlerFault)) throw error;
    }
    for (const [index, one] of batch.events.entries())
      await takeAlone(consumer, of, one, index === batch.events.length - 1 ? batch.settle : undefined, keepAt);
  },
});

type KeepAt = (work: () => Promise<void>) => Promise<void>;

/** One event in a transaction of its own; `settle` is the batch's, with its last event. */
async function takeAlone(
  consumer: Consumer,
  of: GroupTopic,
  one: Arrived,
  settle: Settle,
  keepAt: KeepAt,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await keepAt(() => takeTogether(consumer, of, [one], settle));
    } catch (error) {
      if (!(error instanceof HandlerFault)) throw error;
      if (tries < TRIES) continue;
      // Another that had come early may be the one at fault. Either way the next round only lays this one behind it.
      const { dead, cause } = error;
      await keepAt(() => park(of, dead, cause, tries));
      tries = 0;
    }
  }
}

/** Takes events in, hands those on whose turn it is, and lays the others where they wait; all of it, or nothing. */
async function takeTogether(
  consumer: Consumer,
  of: GroupTopic,
  events: readonly Arrived[],
  settle: Settle,
): Promise<void> {
  const began = await readerBegan(of);
  const unit = eventsUnit(consumer.group);
  const ctx = { unit };
  const startMs = performance.now();
  let passed: Passed[] = [];
  let current: Arrived | undefined;
  try {
    const fresh = await takeIn(ctx, of, events);
    await failpoint("consumer.taken");
    if (fresh.length > 0) {
      const states = await lockKeys(ctx, of, fresh);
      const waiting = [...states].filter(([, { early, isParked }]) => early > 0 && !isParked).map(([key]) => key);
      passed = passGate([...fresh, ...(await takeEarly(ctx, of, waiting))], states);
      for (const group of together(
        consumer,
        passed.flatMap(({ run }) => run),
        events.length === 1,
      )) {
        current = group.at(-1);
        await hand(consumer, unit, group);
      }
      await layBehind(
        ctx,
        of,
        passed.flatMap(({ blocked }) => blocked),
      );
      await keepKeys(ctx, of, passed);
    }
    await failpoint("consumer.handled");
    await settle?.(ctx);
    await unit.commit();
  } catch (error) {
    await unit.rollback(error);
    throw current && !mayPass(error) ? new HandlerFault(current, error) : error;
  }
  observeTaken(of, passed, performance.now() - startMs, began);
  await failpoint("consumer.committed");
}

/**
 * Which events one call of the consumer gets: of one company. Taken alone, each gets its own: then it is known which one
 * fails. The calls go by company and person in one order for all: batches of two topics that touch the same rows would
 * else wait for each other in a circle.
 */
function together({ per }: Consumer, run: readonly Arrived[], isAlone: boolean): Arrived[][] {
  if (isAlone) return run.map((one) => [one]);
  if (per === "company") return inOneOrder([...Map.groupBy(run, ({ event }) => event.tenant_id).values()]);
  return inOneOrder([...Map.groupBy(run, ({ event }) => event.aggregate_key).values()]).flatMap(byCompany);
}

function inOneOrder(calls: Arrived[][]): Arrived[][] {
  const place = ([first]: Arrived[]) =>
    `${first?.event.tenant_id} ${first?.event.user_id} ${first?.event.aggregate_key}`;
  return calls
    .map((call) => ({ call, place: place(call) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ call }) => call);
}

/** An aggregate may go over to another company, or back: in their order, cut where that happens. */
function byCompany(events: readonly Arrived[]): Arrived[][] {
  const calls: Arrived[][] = [];
  for (const one of events) {
    const last = calls.at(-1);
    if (last?.[0]?.event.tenant_id === one.event.tenant_id) last.push(one);
    else calls.push([one]);
  }
  return calls;
}

/** Hands events to the consumer in their company, and comes back to where all events are seen. */
export async function hand(consumer: Consumer, unit: UnitOfWork, arrived: readonly Arrived[]): Promise<void> {
  const events = arrived.map(({ event }) => event);
  const tenantId = events[0]?.tenant_id ?? null;
  const userId = (consumer.per === "aggregate" && events[0]?.user_id) || null;
  await unit.rescope({ tenantId, userId, work: "" });
  const of = { topic: arrived[0]?.topic ?? "", events: events.length, event_id: events[0]?.event_id ?? "" };
  await traced(`consume ${consumer.group}`, of, () => consumer.take(unit, events));
  await unit.flush();
  await unit.rescope({ tenantId: null, userId: null, work: "events" });
}
