import "server-only";
import type { z } from "zod";
import type { Locale } from "@/lib/kernel/context";
import type { UseCase } from "@/lib/kernel/use-case";
import { visitorCtx } from "./ctx";

/**
 * The page door: a server component reads through the same use case as REST does. What is thrown carries the request
 * id as its `digest`, which Next keeps: the error page and the log then name the same id.
 */
export async function load<I extends z.ZodType, O extends z.ZodType>(
  useCase: UseCase<I, O>,
  raw: z.input<I>,
  locale: Locale,
): Promise<z.output<O>> {
  const ctx = visitorCtx(undefined, locale);
  try {
    return await useCase.execute(ctx, raw);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { digest: ctx.requestId }) : error;
  }
}
