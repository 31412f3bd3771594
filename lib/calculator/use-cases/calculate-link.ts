import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError, type FieldError } from "@/lib/kernel/errors";
import { pickerModels } from "@/lib/machines/index";
import type { ReportScenario } from "../adapters/report/report";
import type { Draft } from "../core/draft";
import type { CalculatorLink } from "../core/link";
import { machineOfDraft } from "../core/machine-of-draft";
import { scenarioRequest } from "../core/scenario-request";
import { calculateProfitability } from "./calculate-profitability";

/**
 * The answer to each scenario of a link, by the market that the link keeps or by the live one. Throws `validation`
 * naming the field; those of the scenarios beside the first begin with `with.0.`, `with.1.`, as in the address.
 */
export async function calculateLink(ctx: QueryCtx, { scenarios, pinned }: CalculatorLink): Promise<ReportScenario[]> {
  const machines = await pickerModels.execute(ctx, {});
  const today = isoDate(ctx.now().getTime());
  return Promise.all(
    scenarios.map((draft, index) =>
      inScenario(index, async () => {
        const machine = machineOfDraft(machines, draft);
        const { request, problems, market } = scenarioRequest(draft, machine, { pinned, today });
        if (problems.length > 0) throw notNumbers(problems, draft);
        const result = await calculateProfitability.execute(ctx, request);
        return {
          letter: "ABCD"[index] ?? "",
          name: result.assumptions.machine.label,
          draft,
          result: market ? { ...result, market } : result,
        };
      }),
    ),
  );
}

function notNumbers(problems: readonly { path: string }[], draft: Draft): AppError {
  const typed = draft as Record<string, string | undefined>;
  const errors = problems.map(({ path }): FieldError => {
    const text = typed[path.replace(/^market\./, "")] ?? "";
    return { path, code: "not_a_number", message: `"${text}" is no number. Write it like 6.5.` };
  });
  return validation(errors);
}

/** Says of an error in which scenario it is. */
async function inScenario<T>(index: number, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (index === 0 || !(error instanceof AppError) || !error.details.errors) throw error;
    throw validation(
      error.details.errors.map((field) => ({ ...field, path: `with.${index - 1}.${field.path}` })),
      error,
    );
  }
}

const validation = (errors: FieldError[], cause?: unknown): AppError =>
  new AppError(
    "validation",
    errors.length === 1 ? "One field is not valid." : `${errors.length} fields are not valid.`,
    { errors },
    { cause },
  );
