"use client";

import { type UIEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { windowOf } from "./window-of";

const FINE_PX = 36;
const TOUCH_PX = 44;
/** After so long without a turn of the wheel the list stands still. */
const REST_MS = 150;
const TOUCHED = "(pointer: coarse)";

function onPointer(changed: () => void): () => void {
  const media = window.matchMedia(TOUCHED);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

/** Which of `count` rows to draw in a box that scrolls, and how high each is. Another `list` is read from its top. */
export function useWindow(count: number, list: string) {
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useSyncExternalStore(
    onPointer,
    () => (window.matchMedia(TOUCHED).matches ? TOUCH_PX : FINE_PX),
    () => FINE_PX,
  );
  const [sight, setSight] = useState({ scrollTop: 0, height: 720 });
  const shown = windowOf({ ...sight, rowHeight, count });
  const look = useCallback(
    ({ scrollTop, clientHeight: height }: HTMLDivElement) =>
      setSight((before) => {
        const [was, is] = [before, { scrollTop, height }].map((one) => windowOf({ ...one, rowHeight, count }));
        return was?.first === is?.first && was?.last === is?.last ? before : { scrollTop, height };
      }),
    [rowHeight, count],
  );
  const [isMoving, setMoving] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const watch = new ResizeObserver(() => look(current));
    watch.observe(current);
    return () => watch.disconnect();
  }, [look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason, not its rows
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [list]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    clearTimeout(rest.current);
    rest.current = setTimeout(setMoving, REST_MS, false);
    setMoving(true);
    look(currentTarget);
  };
  return { box, rowHeight, ...shown, isMoving, onScroll };
}
