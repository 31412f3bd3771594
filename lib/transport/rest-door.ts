import type { Contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { observeRequest } from "@/lib/platform/metrics/observe-request";
import { problem } from "./problem";

/**
 * What every door of REST does around its answer: gives the request an id, makes a problem document of what is thrown
 * (what is no `AppError` goes to the log as `useCase`'s), and counts how it went.
 */
export async function restDoor(
  { method, path }: Pick<Contract, "method" | "path">,
  useCase: string,
  answer: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = newRequestId();
  const started = performance.now();
  let response: Response;
  try {
    response = await answer(requestId);
  } catch (cause) {
    const error = databaseFault(cause);
    response = problem(error, requestId);
    if (!(error instanceof AppError))
      log.error({ err: error, request_id: requestId, use_case: useCase }, "request failed");
  }
  const ms = performance.now() - started;
  log.debug({ request_id: requestId, method, path, status: response.status, ms }, "request");
  observeRequest({ door: "rest", method, route: path, status: response.status, ms });
  return response;
}
