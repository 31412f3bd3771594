import { contract } from "@/lib/kernel/contract";
import { ListModels, ModelPage } from "./schemas";

export const machinesContract = {
  listModels: contract("GET /api/miners/models", {
    summary: "The machine catalogue, by any part of a name",
    permission: "public",
    input: ListModels,
    output: ModelPage,
  }),
};
