import { AppError } from "@/lib/kernel/errors";
import type { Consumer } from "@/lib/transport/consume";
import { recorder } from "../events/ground";
import { upcast } from "./noted-versions";

type Needs = { prefix: string; dependency?: string };

/** Writes its effects for the aggregates of one scenario, dies of poison, and waits for what it depends on. */
export function faultyConsumer(group: string, { prefix, dependency }: Needs): Consumer {
  const consumer = recorder(group, async (events) => {
    if (events.some(({ payload }) => (payload as { poison: boolean }).poison)) throw new Error("Poison");
    if (dependency !== undefined) await answers(dependency);
  });
  return {
    ...consumer,
    async take(unit, events) {
      const own = events.filter(({ aggregate_key }) => aggregate_key.startsWith(prefix));
      if (own.length > 0) await consumer.take(unit, own.map(upcast));
    },
  };
}

/** As an adapter says it whose source is down. */
async function answers(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  if (!answer?.ok) throw new AppError("unavailable", "What the handler needs doesn't answer.");
}
