import { contract } from "@/lib/kernel/contract";
import {
  AnalyticsData,
  AnalyticsDataInput,
  HistoricalReplay,
  HistoricalReplayAnswer,
  RoiHeatmap,
  RoiHeatmapAnswer,
} from "./schemas";

export const analyticsContract = {
  data: contract("GET /api/analytics/data", {
    summary: "What mining stood on, day by day: price, difficulty, hashprice, subsidy and fees",
    permission: "analytics:read",
    input: AnalyticsDataInput,
    output: AnalyticsData,
  }),
  historicalReplay: contract("POST /api/analytics/historical-replay", {
    summary: "What a fleet would have earned between two days, day by day, against holding",
    permission: "analytics:read",
    input: HistoricalReplay,
    output: HistoricalReplayAnswer,
  }),
  roiHeatmap: contract("POST /api/analytics/roi-heatmap", {
    summary: "The calculator's answer over price and difficulty, or price and power, with its zero line",
    permission: "analytics:read",
    input: RoiHeatmap,
    output: RoiHeatmapAnswer,
  }),
};
