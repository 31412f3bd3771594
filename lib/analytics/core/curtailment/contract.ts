import { contract } from "@/lib/kernel/contract";
import { PriceFile, ReadPriceFile } from "./price-file";
import { CurtailmentSimulation, CurtailmentSimulationInput } from "./simulation-schemas";

export const curtailmentContract = {
  simulate: contract("POST /api/analytics/curtailment-simulation", {
    summary: "When machines had best be off, against always on, a fixed price rule and perfect foresight",
    permission: "analytics:read",
    input: CurtailmentSimulationInput,
    output: CurtailmentSimulation,
  }),
  readPriceFile: contract("POST /api/analytics/curtailment-simulation/prices", {
    summary: "The hourly prices of a file in ERCOT's shape, checked row by row",
    permission: "analytics:read",
    input: ReadPriceFile,
    output: PriceFile,
    consumes: "multipart/form-data",
  }),
};
