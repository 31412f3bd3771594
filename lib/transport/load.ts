import "server-only";
import type { z } from "zod";
import type { Locale } from "@/lib/kernel/context";
import type { UseCase } from "@/lib/kernel/use-case";
import { visitorCtx } from "./ctx";

/** The page door: a server component reads through the same use case as REST does. */
export function load<I extends z.ZodType, O extends z.ZodType>(
  useCase: UseCase<I, O>,
  raw: z.input<I>,
  locale: Locale,
): Promise<z.output<O>> {
  return useCase.execute(visitorCtx(undefined, locale), raw);
}
