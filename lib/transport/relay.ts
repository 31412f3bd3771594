import { eventTransport, openRelay } from "@/lib/platform/events/open-bus";
import { log } from "@/lib/platform/log";

/** Brings the outbox to the brokers until it is stopped, where there are brokers. */
export async function startRelay(): Promise<{ stop(): Promise<void> }> {
  const relay = await openRelay();
  if (!relay) return { stop: async () => undefined };
  void relay.begun.then(() => log.info({ transport: eventTransport() }, "bringing events to the brokers"));
  return relay;
}
