"use client";

import { useEffect, useEffectEvent } from "react";
import { type LiveEvent, type LiveListener, liveStore } from "./live-store";

type Hear = {
  /** Kinds as `app/live-kinds.ts` lists them. */
  kinds: readonly string[];
  onEvent: LiveListener["onEvent"];
  /** Reads afresh: once when the page is live, and whenever it can't be known what was missed. */
  onResync: LiveListener["onResync"];
};

/**
 * Lets a component hear what happens, in whichever tab the connection is.
 *
 * @example
 * useLive({
 *   kinds: ["calculator.portfolio.recalculated.v1"],
 *   onEvent: ({ facts }) => queryClient.setQueryData(["portfolio"], facts),
 *   onResync: () => queryClient.invalidateQueries({ queryKey: ["portfolio"] }),
 * });
 */
export function useLive({ kinds, ...hear }: Hear): void {
  const onEvent = useEffectEvent((event: LiveEvent) => {
    if (kinds.includes(event.kind)) hear.onEvent(event);
  });
  const onResync = useEffectEvent(hear.onResync);
  useEffect(() => liveStore.listen({ onEvent: (event) => onEvent(event), onResync: () => onResync() }), []);
}
