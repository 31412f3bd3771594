import { z } from "zod";
import { indicators as compute, IndicatorsInput } from "@/lib/market/core/indicators/indicators";
import { figure } from "./figure";

const column = z.array(z.number().nullable()).readonly();

export const indicators = figure({
  name: "indicators",
  summary: "Technical indicators over columns of prices, null where there is no value yet",
  input: IndicatorsInput,
  output: z.record(z.string(), z.union([column, z.record(z.string(), column)])),
  run: (input) => compute(input),
});
