import type { EventBus } from "@/lib/platform/events/event-bus";
import { openBus } from "@/lib/platform/events/open-bus";
import { log } from "@/lib/platform/log";
import type { Consumer } from "./consume";
import { subscriberOf } from "./consumer-runner";
import { answerReplays } from "./replay-requests";

/** Takes events for these groups until it is stopped; what is being handled then is finished. */
export async function startConsumers(
  consumers: readonly Consumer[],
  given?: EventBus,
): Promise<{ stop(): Promise<void> }> {
  const bus = given ?? (await openBus());
  const replays = answerReplays(consumers);
  await bus.start(consumers.map(subscriberOf));
  log.info({ groups: consumers.map(({ group }) => group) }, "taking events");
  return {
    async stop() {
      await Promise.all([bus.stop(), replays.stop()]);
    },
  };
}
