"use client";

import { useEffect, useRef } from "react";

const WRITE_AFTER_MS = 250;

/**
 * Keeps what stands in a form in the address, so that it can be shared and survives a reload. Not before it changes. A click
 * has it written at once: written while a link is on its way, it would call the page that is left back. Whoever comes Back
 * gets the page as it was rendered once, not for this address: a form begins with what `useSearchParams` says.
 */
export function useAddress(query: URLSearchParams): void {
  const text = query.toString();
  const written = useRef(text);
  useEffect(() => {
    const write = () => {
      clearTimeout(timer);
      if (text === written.current) return;
      written.current = text;
      window.history.replaceState(null, "", text ? `?${text}` : window.location.pathname);
    };
    const timer = text === written.current ? undefined : setTimeout(write, WRITE_AFTER_MS);
    window.addEventListener("click", write, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("click", write, { capture: true });
    };
  }, [text]);
}
