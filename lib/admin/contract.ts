import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { SystemStatus } from "./schemas";

export const adminContract = {
  systemStatus: contract("GET /api/system/status", {
    summary: "How the machinery fares: what is wrong first, then jobs, sources, events, mail, the audit log",
    permission: "system:read",
    input: z.strictObject({}),
    output: SystemStatus,
  }),
};
