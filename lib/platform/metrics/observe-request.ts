import { metrics } from "./metrics";
import { countDuration, countObjective } from "./objective-counts";

/** What was asked and how it went. `route` is a contract's path or a use case, never an address as it was sent. */
export type Answered = { door: "rest" | "action" | "page"; method: string; route: string; status: number; ms: number };

/** Who asks here wants to hear what is wrong: a 503 is then a right answer. */
const PROBES = ["/health", "/ready", "/alive", "/api/health"];

/** Counts an answer of a door. */
export function observeRequest({ door, method, route, status, ms }: Answered): void {
  metrics().requests.observe({ door, method, route, status: String(status) }, ms / 1000);
  if (PROBES.includes(route)) return;
  countObjective("availability", 1, status < 500 ? 1 : 0);
  if (door !== "rest") return;
  countDuration("api_p95", ms);
  countDuration("api_p99", ms);
}
