import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { env } from "@/lib/platform/env";
import { lookAtEvents } from "@/lib/platform/events/look-at-events";
import { mayReadMetrics } from "@/lib/platform/metrics/may-read";
import { metrics } from "@/lib/platform/metrics/metrics";
import { setEventGauges } from "@/lib/platform/metrics/set-event-gauges";
import { within } from "@/lib/platform/within";
import { clientSocket } from "./client-info";
import { noteDoor } from "./doors";
import { problem } from "./problem";

/** Prometheus gives up after ten seconds; a database that hangs is a figure too. */
const LOOK_MS = 2_000;

noteDoor({ method: "GET", path: "/metrics" });

/** `GET /metrics`: the figures of this process and of the events, as Prometheus reads them. For the operator alone. */
export async function getMetrics({ headers }: Request): Promise<Response> {
  const asker = {
    address: clientSocket(headers),
    forwardedFor: headers.get("x-forwarded-for"),
    authorization: headers.get("authorization"),
  };
  const { METRICS_TOKEN: token, TRUST_PROXY } = env();
  const verdict = mayReadMetrics(asker, { token, isBehindProxy: TRUST_PROXY === "on" });
  if (verdict === "hidden") return problem(new AppError("not_found", "There is nothing here."), newRequestId());
  if (verdict === "refused")
    return problem(new AppError("unauthenticated", "Show the token of METRICS_TOKEN as a bearer."), newRequestId());
  setEventGauges(await within(LOOK_MS, lookAtEvents()), new Date());
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}
