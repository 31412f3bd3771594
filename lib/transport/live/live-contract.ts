import { z } from "zod";
import { type Contract, contract } from "@/lib/kernel/contract";
import type { LiveKind } from "@/lib/kernel/live";
import { NoInput } from "@/lib/kernel/use-case";

const shapeOf = ({ kind, shows }: LiveKind) =>
  z.strictObject({
    kind: z.literal(kind),
    entity_id: z.string(),
    version: z.int().meta({ description: "Of the aggregate: a lower one is older" }),
    occurred_at: z.iso.datetime(),
    facts: shows,
  });

/** `GET /api/live`: what each `data` line of the stream is, by the kinds that pages hear of. */
export function liveContract(kinds: readonly LiveKind[]): Contract {
  const [first, ...others] = kinds.map(shapeOf);
  if (!first) throw new Error("There is no kind of event that pages hear of.");
  return contract("GET /api/live", {
    summary:
      "What happens, as it happens: server-sent events of your company and yours alone, as far as your role reads. Ends with the session; `resync` says to read afresh",
    permission: "account",
    input: NoInput,
    output: z.discriminatedUnion("kind", [first, ...others]),
    produces: "text/event-stream",
  });
}
