"use client";

import { useEffect, useEffectEvent } from "react";

/** Whose form it is, and which one. */
type Form = { reader: string; name: string };

/**
 * Keeps a form over a sign-in: `keep` stores what is typed in this tab, and the form that the same person opens again under
 * the same name gets it back once.
 */
export function useKeptDraft<T>({ reader, name }: Form, restore: (draft: T) => void): { keep(draft: T): void } {
  const key = `draft:${reader}:${name}`;
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
