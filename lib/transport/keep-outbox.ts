import { z } from "zod";
import { command, NoInput, type UseCase } from "@/lib/kernel/use-case";
import { env } from "@/lib/platform/env";
import { keepOutbox as keep } from "@/lib/platform/events/keep-outbox";
import { eventTransport } from "@/lib/platform/events/open-bus";
import { RELAY } from "@/lib/platform/events/positions";
import type { Consumer } from "./consume";

/** Keeps the outbox for as long as the present transport needs it; `load` gives the groups of consumers. */
export const keepOutbox = (load: () => Promise<readonly Consumer[]>): UseCase =>
  command({
    name: "platform.keep_outbox",
    permission: "system",
    routine: "drops only what is read and older than it is kept",
    input: NoInput,
    output: z.object({ made: z.int(), dropped: z.array(z.string()), forgotten: z.int() }),
    run: async () => keep(await readers(load), env().OUTBOX_KEEP_DAYS),
  });

/** Who reads the outbox itself: the groups, or who publishes it, whose position is kept for Debezium too. */
async function readers(load: () => Promise<readonly Consumer[]>) {
  if (eventTransport() !== "postgres") return [RELAY];
  return (await load()).flatMap(({ group, topics }) => topics.map((topic) => ({ group, topic })));
}
