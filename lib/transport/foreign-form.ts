import { newRequestId } from "@/lib/kernel/ids";
import { publicOrigin } from "./client-info";
import { problem } from "./problem";
import { refuseOtherOrigin } from "./same-origin";

/** What a form without scripts sends; actions that scripts call carry `next-action`. */
const FORM = /^\s*(?:multipart\/form-data|application\/x-www-form-urlencoded)\s*(?:;|$)/i;

/**
 * The answer to a form or an action that another site sent to a page: 403 with the reason; nothing for every other
 * request. It locks nothing (`act` does): Next would answer with 500, as if the fault were ours.
 */
export function foreignForm(headers: Headers): Response | undefined {
  if (!headers.has("next-action") && !FORM.test(headers.get("content-type") ?? "")) return undefined;
  try {
    refuseOtherOrigin(headers, publicOrigin(headers));
    return undefined;
  } catch (refusal) {
    return problem(refusal, newRequestId());
  }
}
