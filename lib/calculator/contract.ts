import { contract } from "@/lib/kernel/contract";
import { NoInput } from "@/lib/kernel/use-case";
import { ListUserMiners } from "@/lib/machines/schemas";
import { BatchCalculateInput, BatchCalculateOutput } from "./core/batch/schemas";
import { CalculateInput, CalculateOutput, Portfolio, PortfolioMachinePage } from "./schemas";

export const calculatorContract = {
  calculate: contract("POST /api/calculate", {
    summary: "Does a machine pay, when, and how sure is that",
    permission: "public",
    input: CalculateInput,
    output: CalculateOutput,
  }),
  batchCalculate: contract("POST /api/batch-calculate", {
    summary: "What whole fleets earn today, row by row: up to 100 rows without a login, up to 10,000 with one",
    permission: "public",
    input: BatchCalculateInput,
    output: BatchCalculateOutput,
  }),
  getPortfolio: contract("GET /api/portfolio", {
    summary: "Your machines together: hashrate, power, and what they earn a day",
    permission: "machines:read",
    input: NoInput,
    output: Portfolio,
  }),
  listPortfolioMachines: contract("GET /api/portfolio/machines", {
    summary: "Your machines, the last added first, each with what it earns a day",
    permission: "machines:read",
    input: ListUserMiners,
    output: PortfolioMachinePage,
  }),
};
