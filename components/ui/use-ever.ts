import { useState } from "react";

/** Whether it is or was ever true: what opens over a page is loaded and drawn from its first opening on. */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
