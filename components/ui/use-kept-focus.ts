import { type RefObject, useEffect } from "react";

/** Where what has the focus goes away, with its row, the focus stays in the area around it, which must be able to take it. */
export function useKeptFocus(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = area;
    if (!current) return;
    let held: Element | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      held = target instanceof Element && target !== current ? target : undefined;
    };
    const watch = new MutationObserver(() => {
      if (!held || held.isConnected) return;
      held = undefined;
      if (document.activeElement === document.body) current.focus({ preventScroll: true });
    });
    current.addEventListener("focusin", onFocus);
    watch.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener("focusin", onFocus);
      watch.disconnect();
    };
  }, [area]);
}
