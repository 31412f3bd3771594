import { metrics } from "./metrics";

/** What was asked and how it went. `route` is a contract's path or a use case, never an address as it was sent. */
export type Answered = { door: "rest" | "action" | "page"; method: string; route: string; status: number; ms: number };

/** Counts an answer of a door. */
export function observeRequest({ door, method, route, status, ms }: Answered): void {
  metrics().requests.observe({ door, method, route, status: String(status) }, ms / 1000);
}
