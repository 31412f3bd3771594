import type { KafkaMessage } from "kafkajs";
import { z } from "zod";
import type { BusEvent, Topic } from "@/lib/kernel/event";
import type { Arrived } from "../event-bus";

/** The envelope alone: what is in it is its consumer's to judge. */
const Envelope = z.looseObject({
  event_id: z.uuid(),
  kind: z.string(),
  tenant_id: z.uuid().nullable(),
  user_id: z.uuid().nullable(),
  entity_id: z.string(),
  aggregate_key: z.string(),
  aggregate_version: z.int().min(1),
  schema_version: z.int(),
  occurred_at: z.string(),
}) satisfies z.ZodType<Omit<BusEvent, "payload">>;

/** What a message brings; `undefined` when it is none of our events, which only somebody else can have written there. */
export function arrivedIn(topic: Topic, { value }: Pick<KafkaMessage, "value">): Arrived | undefined {
  const text = value?.toString("utf8") ?? "";
  const event = parsed(text);
  return Envelope.safeParse(event).success ? { topic, value: text, event: event as BusEvent } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
