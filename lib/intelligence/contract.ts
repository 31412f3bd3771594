import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { IntelligenceHealth, SloHealth } from "./schemas";

export const intelligenceContract = {
  health: contract("GET /api/intelligence/health", {
    summary: "Whether the product keeps its objectives",
    permission: "system:read",
    input: z.strictObject({}),
    output: IntelligenceHealth,
  }),
  slo: contract("GET /api/intelligence/health/slo", {
    summary: "Each objective: target, how it was kept, what is left of its budget and how fast that goes",
    permission: "system:read",
    input: z.strictObject({}),
    output: SloHealth,
  }),
};
