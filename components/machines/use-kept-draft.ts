"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Keeps a form over a sign-in: `keep` stores what is typed in this tab, and the form that is opened again under the same
 * name gets it back once.
 */
export function useKeptDraft<T>(name: string, restore: (draft: T) => void): { keep(draft: T): void } {
  const key = `draft:${name}`;
  const giveBack = useEffectEvent(restore);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return;
    sessionStorage.removeItem(key);
    try {
      giveBack(JSON.parse(kept) as T);
    } catch {
      // Not ours: nothing to give back.
    }
  }, [key]);
  return { keep: (draft) => sessionStorage.setItem(key, JSON.stringify(draft)) };
}
