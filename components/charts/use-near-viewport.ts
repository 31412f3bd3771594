"use client";

import { type RefObject, useEffect, useState } from "react";

/** True once the element is within 300 px of what is seen, and from then on; at once where printing begins. */
export function useNearViewport(ref: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (near || !element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        rootMargin: "300px",
      },
    );
    const show = () => setNear(true);
    observer.observe(element);
    window.addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", show);
    };
  }, [ref, near]);
  return near;
}
