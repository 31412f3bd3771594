import { z } from "zod";
import { type BusEvent, event } from "@/lib/kernel/event";
import { Noted } from "../events/ground";

/** The second shape of a note: the amount has become a payment. */
export const NotedV2 = event({
  kind: "test.thing.noted.v2",
  schemaVersion: 2,
  topic: Noted.topic,
  payload: z.strictObject({
    note: z.string(),
    poison: z.boolean().default(false),
    paid: z.strictObject({ amount: z.int(), unit: z.literal("sat") }),
  }),
});

/** An event as today's handler knows it, whichever version was written: the first one's payload out of the second's. */
export function upcast(told: BusEvent): BusEvent<z.output<typeof Noted.payload>> {
  if (told.kind === Noted.kind) return { ...told, payload: Noted.payload.parse(told.payload) };
  const { note, poison, paid } = NotedV2.payload.parse(told.payload);
  return { ...told, payload: { note, poison, amount: paid.amount } };
}
