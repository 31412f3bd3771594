"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const EVERY_MS = 1_000;
const TIMES = 20;

/** Asks for the page again until what it waits for is there: what it stands beside is then gone, and this with it. */
export function RefreshUntil() {
  const router = useRouter();
  const left = useRef(TIMES);
  useEffect(() => {
    const timer = setInterval(() => {
      if (left.current-- > 0) router.refresh();
      else clearInterval(timer);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
