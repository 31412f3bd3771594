import { calculate as calculateAll } from "@/lib/calculator/core/calculate";
import { marketOfInput, missingMarketFields } from "@/lib/calculator/core/market-facts";
import { modelToFind, unknownModel } from "@/lib/calculator/core/model-to-find";
import { CalculateInput, CalculateOutput } from "@/lib/calculator/schemas";
import { isoDate } from "@/lib/kernel/calendar";
import { AppError } from "@/lib/kernel/errors";
import { shippedCatalogue } from "@/lib/machines/core/catalogue/shipped-catalogue";
import { resolveModel } from "@/lib/machines/core/resolve-model";
import { figure } from "./figure";

export const calculate = figure({
  name: "calculate",
  summary: "POST /api/calculate without a server: the market complete, the machines as shipped",
  input: CalculateInput,
  output: CalculateOutput,
  run(input) {
    const market = marketOfInput(input.market);
    if (!market) {
      throw new AppError("validation", "The market is not complete.", {
        errors: missingMarketFields(input.market).map((name) => ({
          path: `market.${name}`,
          code: "required",
          message: "There is no live market here: give this figure too.",
        })),
      });
    }
    return calculateAll(input, { model: findMachine(input), market, today: isoDate(Date.now()) });
  },
});

function findMachine(input: CalculateInput) {
  const name = modelToFind(input);
  if (name === null) return null;
  const found = resolveModel(shippedCatalogue, name);
  if (!found.model) throw unknownModel(name, found.suggestions);
  return found.model;
}
