import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { NoInput } from "@/lib/kernel/use-case";
import { AskedImport, ImportId } from "@/lib/machines/schemas";
import { BatchCalculateInput } from "./core/batch/schemas";
import {
  BatchCalculateOutput,
  CalculateInput,
  CalculateOutput,
  ExportFleet,
  FleetResultRows,
  FleetUpload,
  ListPortfolioMachines,
  Portfolio,
  PortfolioMachinePage,
  PortfolioSummary,
  ReadAgain,
  UploadFleet,
} from "./schemas";

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
  uploadFleet: contract("POST /batch/api/upload", {
    summary: "Send a list of machines; a worker reads and computes it. How far it is: /api/work/{work_id}",
    permission: "machines:write",
    input: UploadFleet,
    output: AskedImport,
    status: 202,
    consumes: "multipart/form-data",
  }),
  findUpload: contract("GET /batch/api/upload/{id}", {
    summary: "A list that you sent: its columns, what its names may mean, what it earns together",
    permission: "machines:read",
    input: ImportId,
    output: FleetUpload,
  }),
  listUploadRows: contract("GET /batch/api/upload/{id}/rows", {
    summary: "Every row of a list with its figures, or what is wrong with its cells",
    permission: "machines:read",
    input: ImportId,
    output: FleetResultRows,
  }),
  exportFleet: contract("GET /batch/api/upload/{id}/file", {
    summary: "What a list earns as a file: Excel with typed numbers and what they stand on, CSV, or a summary as PDF",
    permission: "machines:read",
    input: ExportFleet,
    output: z.string().meta({ format: "binary" }),
    produces: "application/octet-stream",
  }),
  readFleetAgain: contract("POST /batch/api/upload/{id}/again", {
    summary:
      "Read a list otherwise: other columns, machines chosen for its names, other defaults. It gets an id of its own",
    permission: "machines:write",
    input: ReadAgain,
    output: AskedImport,
    status: 202,
  }),
  getPortfolio: contract("GET /api/portfolio", {
    summary: "Your machines together: hashrate, power, and what they earn a day",
    permission: "machines:read",
    input: NoInput,
    output: Portfolio,
  }),
  getPortfolioSummary: contract("GET /api/portfolio/summary", {
    summary: "Your machines today and ahead, by model, by site, and the hashprice at which each stops to pay",
    permission: "machines:read",
    input: NoInput,
    output: PortfolioSummary,
  }),
  listPortfolioMachines: contract("GET /api/portfolio/machines", {
    summary: "Your machines, each with what it earns a day; all, those that lose, or those that were retired",
    permission: "machines:read",
    input: ListPortfolioMachines,
    output: PortfolioMachinePage,
  }),
};
