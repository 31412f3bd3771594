"use client";

import { useEffect, useRef, useState } from "react";
import { loadWatch } from "./load-watch";
import { type ReadingAgain, readingAgain } from "./reading-again";

/**
 * What the server rendered, and read again from `address` once the totals are newer (`newerAt`): it comes with the totals,
 * in whichever window they were changed. By an own request: a page that Next renders anew while the server is being
 * restarted becomes the browser's page of errors.
 */
export function useNewest<T>(rendered: T, address: string, newerAt: string | null): T {
  const [read, setRead] = useState({ instead: rendered, found: rendered });
  const reading = useRef<ReadingAgain>(undefined);
  useEffect(() => {
    const own = readingAgain(
      () => loadWatch().then(({ readOf }) => readOf<T>(address)),
      (found) => setRead({ instead: rendered, found }),
    );
    reading.current = own;
    return () => own.end();
  }, [rendered, address]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was rendered anew is older than the totals too, maybe
  useEffect(() => {
    if (newerAt !== null) reading.current?.ask();
  }, [newerAt, rendered, address]);
  return read.instead === rendered ? read.found : rendered;
}
