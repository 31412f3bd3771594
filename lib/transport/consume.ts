import type { z } from "zod";
import type { Ctx, UnitOfWork } from "@/lib/kernel/context";
import type { BusEvent, EventType, Topic } from "@/lib/kernel/event";
import type { UseCase } from "@/lib/kernel/use-case";
import { consumerCtx } from "./ctx";

/** What a group of consumers does with events, in the transaction that also has their inbox rows. */
export type Consumer = {
  group: string;
  topics: readonly Topic[];
  /** Which events belong together: those of one aggregate, or all of one company. */
  per: "aggregate" | "company";
  /** Events of one aggregate (company) in their order; kinds that it doesn't know are none of its business. */
  take(unit: UnitOfWork, events: readonly BusEvent[]): Promise<void>;
};

type Binding<E extends EventType, I extends z.ZodType> = {
  group: string;
  events: readonly E[];
  useCase: UseCase<I>;
  per?: Consumer["per"];
  /** What the use case is asked for these events, which are never none; null: nothing. */
  input(events: BusEvent<z.output<E["payload"]>>[]): z.input<I> | null;
};

/** One group that asks several use cases: each of these takes the kinds that it knows, one after the other. */
export function together(first: Consumer, ...others: readonly Consumer[]): Consumer {
  const all = [first, ...others];
  const { group, per } = first;
  if (all.some((one) => one.group !== group || one.per !== per)) throw new Error(`${group} is one group, of one order`);
  return {
    ...{ group, per },
    topics: [...new Set(all.flatMap(({ topics }) => topics))],
    async take(unit, events) {
      for (const one of all) await one.take(unit, events);
    },
  };
}

/**
 * The events' door: a group of consumers that asks a use case for what events mean. The use case joins the inbox's
 * transaction, as the system, in the event's company; several events of an aggregate that arrive together are one call.
 */
export function consume<E extends EventType, I extends z.ZodType>(binding: Binding<E, I>): Consumer {
  const { group, useCase, input, per = "aggregate" } = binding;
  const types = new Map(binding.events.map((type) => [type.kind, type]));
  return {
    group,
    topics: [...new Set(binding.events.map(({ topic }) => topic))],
    per,
    async take(unit, events) {
      const known = events.flatMap((event) => {
        const type = types.get(event.kind);
        return type ? [{ ...event, payload: type.payload.parse(event.payload) as z.output<E["payload"]> }] : [];
      });
      const [first] = known;
      if (!first) return;
      const asked = input(known);
      if (asked === null) return;
      const ctx: Ctx = consumerCtx(group, first, unit);
      await useCase.execute(ctx, asked);
    },
  };
}
