import { contract } from "@/lib/kernel/contract";
import { HistoricalReplay, HistoricalReplayAnswer } from "./schemas";

export const analyticsContract = {
  historicalReplay: contract("POST /api/analytics/historical-replay", {
    summary: "What a fleet would have earned between two days, day by day, against holding",
    permission: "analytics:read",
    input: HistoricalReplay,
    output: HistoricalReplayAnswer,
  }),
};
