import { hasLocale } from "next-intl";
import type { z } from "zod";
import { routing } from "@/lib/i18n/routing";
import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import type { UseCase } from "@/lib/kernel/use-case";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { clientAddress } from "./client-info";
import { ctxOf } from "./ctx";
import { type FileAnswer, fileResponse } from "./file-answer";
import { problem } from "./problem";
import type { Limiter } from "./serve";

type Params = { locale: string; [name: string]: string };
type Options = {
  /** The use case's input, from the address and the cookies; the use case parses it. */
  input: (request: Request, params: Params) => unknown;
  limiter?: Limiter;
};

/** The file door: a link on a page that answers with a download in the page's language, or with a problem document. */
export function download<I extends z.ZodType, O extends z.ZodType<FileAnswer>>(
  useCase: UseCase<I, O>,
  { input, limiter }: Options,
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const requestId = newRequestId();
    try {
      await limiter?.take(clientAddress(request.headers));
      const params = await route.params;
      if (!hasLocale(routing.locales, params.locale)) throw new AppError("not_found", "There is no such page.");
      const { ctx } = await ctxOf(request.headers, requestId, params.locale);
      const file = await useCase.execute(ctx, await input(request, params));
      return answer(file, requestId);
    } catch (cause) {
      const error = databaseFault(cause);
      if (!(error instanceof AppError))
        log.error({ err: error, request_id: requestId, use_case: useCase.name }, "download failed");
      return problem(error, requestId);
    }
  };
}

/** The figures are of this moment, so nothing is kept on the way. */
const answer = (file: FileAnswer, requestId: string): Response =>
  fileResponse(file, new Headers({ "cache-control": "no-store", "x-request-id": requestId }));
