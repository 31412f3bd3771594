import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { ListWork, WatchedWork, WorkById, WorkItem, WorkPage, WorkWatch } from "./schemas";

export const workContract = {
  listWork: contract("GET /api/work", {
    summary: "Long work that you asked for in this company, the newest first",
    permission: "account",
    input: ListWork,
    output: WorkPage,
  }),
  getWork: contract("GET /api/work/{id}", {
    summary: "How far long work of yours is",
    permission: "account",
    input: WorkById,
    output: WorkItem,
  }),
  cancelWork: contract("POST /api/work/{id}/cancel", {
    summary: "Cancel long work of yours: what waits is cancelled at once, what goes on ends within seconds",
    permission: "account",
    input: WorkById,
    output: WorkItem,
  }),
  watchWork: contract("GET /api/system/work", {
    summary: "How long work fares: what waits, goes on and failed, of everybody and without what it is about",
    permission: "platform:read",
    input: z.strictObject({}),
    output: WorkWatch,
  }),
  stopWork: contract("POST /api/system/work/{id}/cancel", {
    summary: "Cancel long work that the machine asked itself for. What a person asked for is theirs to cancel",
    permission: "platform:write",
    input: WorkById,
    output: WatchedWork,
  }),
};
