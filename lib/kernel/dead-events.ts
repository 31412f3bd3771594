import { z } from "zod";
import { event } from "./event";

/** A group of consumers could not take an event: it lies in the DLQ, and its aggregate waits there. */
export const EventDied = event({
  kind: "platform.event.died.v1",
  schemaVersion: 1,
  topic: "events.dlq",
  payload: z.strictObject({
    event_id: z.string(),
    kind: z.string(),
    topic: z.string(),
    consumer_group: z.string(),
    aggregate_key: z.string(),
    aggregate_version: z.int(),
    error_kind: z.string(),
  }),
});
