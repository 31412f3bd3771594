"use client";

import { type PointerEvent, useRef } from "react";

/**
 * What a cell says in full, while a pointer is on it: the exact value of its figure, or words that are cut off. Titles that
 * stand in the page for all cells would have the browser work out the style of each anew with every row that scrolls.
 */
export function useToldCell() {
  const told = useRef<HTMLElement>(undefined);
  const silence = () => {
    told.current?.removeAttribute("title");
    told.current = undefined;
  };
  const onPointerOver = ({ target }: PointerEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("th[scope=row], td") : null;
    if (cell === told.current) return;
    silence();
    const words = cell && inFull(cell);
    if (!words) return;
    cell.title = words;
    told.current = cell;
  };
  return { onPointerOver, onPointerLeave: silence, silence };
}

function inFull(cell: HTMLElement): string | undefined {
  const exact = cell.querySelector("data")?.value;
  if (exact) return exact;
  const cut = [...cell.querySelectorAll<HTMLElement>("*")].find((part) => part.scrollWidth > part.clientWidth + 1);
  return cut?.textContent ?? undefined;
}
