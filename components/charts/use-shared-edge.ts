import { useCallback, useId, useLayoutEffect, useSyncExternalStore } from "react";

/** Of the figures at the left of charts that move together: room for "$125,000". */
export const SHARED_AXIS_PX = 66;

type Group = { needs: Map<string, number>; listeners: Set<() => void> };
const groups = new Map<string, Group>();

function groupOf(name: string): Group {
  const known = groups.get(name) ?? { needs: new Map(), listeners: new Set() };
  groups.set(name, known);
  return known;
}

function announce({ needs, listeners }: Group, id: string, need: number | undefined): void {
  if (need === undefined) needs.delete(id);
  else needs.set(id, need);
  for (const listener of listeners) listener();
}

/**
 * How wide a chart's edge is, in pixels. Charts of a group, which move together, take the widest that one of them needs, so
 * that the same day lies at the same place in all. Without a group it is the chart's `own`.
 */
export function useSharedEdge(group: string | undefined, own: number): number {
  const id = useId();
  useLayoutEffect(() => {
    if (group === undefined) return;
    const joined = groupOf(group);
    announce(joined, id, own);
    return () => announce(joined, id, undefined);
  }, [group, id, own]);
  const subscribe = useCallback(
    (listener: () => void) => {
      if (group === undefined) return () => {};
      const { listeners } = groupOf(group);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [group],
  );
  const widest = () => (group === undefined ? own : Math.max(own, ...groupOf(group).needs.values()));
  return useSyncExternalStore(subscribe, widest, () => own);
}
