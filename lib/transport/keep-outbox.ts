import { z } from "zod";
import { command, NoInput, type UseCase } from "@/lib/kernel/use-case";
import { env } from "@/lib/platform/env";
import { keepOutbox as keep } from "@/lib/platform/events/keep-outbox";
import { eventTransport } from "@/lib/platform/events/open-bus";
import { RELAY } from "@/lib/platform/events/positions";
import { noteReaders } from "@/lib/platform/events/readers";
import type { Consumer } from "./consume";

/**
 * Keeps the outbox for as long as the present transport needs it, and writes down which groups of consumers there are;
 * `load` gives them.
 */
export const keepOutbox = (load: () => Promise<readonly Consumer[]>): UseCase =>
  command({
    name: "platform.keep_outbox",
    permission: "system",
    routine: "drops only what is read and older than it is kept",
    input: NoInput,
    output: z.object({ made: z.int(), dropped: z.array(z.string()), forgotten: z.int() }),
    async run() {
      const groups = (await load()).flatMap(({ group, topics }) => topics.map((topic) => ({ group, topic })));
      await noteReaders(groups);
      // Who reads the outbox itself: the groups, or who publishes it, whose position is kept for Debezium too.
      return keep(eventTransport() === "postgres" ? groups : [RELAY], env().OUTBOX_KEEP_DAYS);
    },
  });
