import type { z } from "zod";
import type { UseCase } from "@/lib/kernel/use-case";
import { systemCtx } from "./ctx";

/** A job: when it runs (UTC) and which use case; `onStart` runs it once at boot as well; `quiet`: too often for a line in the log each time. */
export type Job = { name: string; cron: string; onStart: boolean; quiet: boolean; run(): Promise<unknown> };

/** The clock's door. Seconds are allowed as a sixth, leading field. */
export function schedule<I extends z.ZodType, O extends z.ZodType>(
  cron: string,
  useCase: UseCase<I, O>,
  input: z.input<I>,
  options: { onStart?: boolean; quiet?: boolean } = {},
): Job {
  return {
    name: useCase.name,
    cron,
    onStart: options.onStart ?? false,
    quiet: options.quiet ?? false,
    run: () => useCase.execute(systemCtx(`job:${useCase.name}`), input),
  };
}
