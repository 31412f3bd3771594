import { afterEach, describe } from "vitest";
import type { EventBus, Subscriber } from "@/lib/platform/events/event-bus";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { contentCases } from "./suite/content-cases";
import { deliveryCases } from "./suite/delivery-cases";
import { failureCases } from "./suite/failure-cases";
import { orderCases } from "./suite/order-cases";
import type { Players, Transport } from "./suite/players";

export type { Transport } from "./suite/players";

/** What every transport has to keep. Wants a database of its own with the tests' tables (`prepareGround`). */
export function busSuite(transport: Transport): void {
  const running = new Set<EventBus>();
  async function open(subscribers: Subscriber[]): Promise<EventBus> {
    const bus = transport.open();
    running.add(bus);
    await bus.start(subscribers);
    return bus;
  }
  const players: Players = {
    transport,
    start: (...consumers) => open(consumers.map(subscriberOf)),
    subscribe: (subscriber) => open([subscriber]),
    async stop(bus) {
      running.delete(bus);
      await bus.stop();
    },
    async kill(bus, group) {
      running.delete(bus);
      await transport.kill(bus, group);
    },
  };
  afterEach(async () => {
    for (const bus of running) await players.stop(bus);
  });
  describe(`the event bus on ${transport.name}`, () => {
    deliveryCases(players);
    orderCases(players);
    contentCases(players);
    failureCases(players);
  });
}
