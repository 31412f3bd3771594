import { contract } from "@/lib/kernel/contract";
import { CalculateInput, CalculateOutput } from "./schemas";

export const calculatorContract = {
  calculate: contract("POST /api/calculate", {
    summary: "Does a machine pay, when, and how sure is that",
    permission: "public",
    input: CalculateInput,
    output: CalculateOutput,
  }),
};
