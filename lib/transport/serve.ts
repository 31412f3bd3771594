import type { z } from "zod";
import type { Contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import type { UseCase } from "@/lib/kernel/use-case";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { readJsonObject } from "./body";
import { clientAddress } from "./client-address";
import { visitorCtx } from "./ctx";
import { problem } from "./problem";

export type Limiter = { take(key: string): Promise<void> };

type Options = { limiter?: Limiter; cacheControl?: string };
type Route = { params: Promise<Record<string, string>> };

/**
 * The REST door: a contract and the use case that keeps it. Query, body and path parameters make one input;
 * a field named twice in the query is refused, path parameters win over the rest.
 */
export function serve<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  useCase: UseCase<I, O>,
  options: Options = {},
) {
  return async (request: Request, route?: Route): Promise<Response> => {
    const requestId = newRequestId();
    const started = performance.now();
    let response: Response;
    try {
      await options.limiter?.take(clientAddress(request));
      const input = {
        ...readQuery(request),
        ...(contract.method === "GET" ? {} : await readJsonObject(request)),
        ...(await route?.params),
      };
      const output = await useCase.execute(visitorCtx(requestId), input);
      response = answer(contract, output, requestId, options.cacheControl);
    } catch (cause) {
      const error = databaseFault(cause);
      response = problem(error, requestId);
      if (!(error instanceof AppError))
        log.error({ err: error, request_id: requestId, use_case: useCase.name }, "request failed");
    }
    log.debug(
      {
        request_id: requestId,
        method: contract.method,
        path: contract.path,
        status: response.status,
        ms: performance.now() - started,
      },
      "request",
    );
    return response;
  };
}

function answer(contract: Contract, output: unknown, requestId: string, cacheControl = "no-store"): Response {
  const headers = { "cache-control": cacheControl, "x-request-id": requestId };
  if (contract.produces === "text/plain") {
    return new Response(String(output), {
      status: contract.status,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  return Response.json(output, { status: contract.status, headers });
}

function readQuery(request: Request): Record<string, string> {
  const query = new URL(request.url).searchParams;
  const values: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name in values) throw new AppError("bad_request", `"${name}" is given twice in the address.`);
    values[name] = value;
  }
  return values;
}
