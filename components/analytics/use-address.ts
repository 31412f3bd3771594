"use client";

import { useEffect, useRef } from "react";

const WRITE_AFTER_MS = 250;

/** Keeps what stands in a form in the address, so that it can be shared and survives a reload. Not before it changes. */
export function useAddress(query: URLSearchParams): void {
  const text = query.toString();
  const written = useRef(text);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      window.history.replaceState(null, "", text ? `?${text}` : window.location.pathname);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
}
