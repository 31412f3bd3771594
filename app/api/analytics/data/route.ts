import { analyticsContract } from "@/lib/analytics/contract";
import { getAnalyticsData } from "@/lib/analytics/use-cases/get-analytics-data";
import { serve } from "@/lib/transport/serve";

export const GET = serve(analyticsContract.data, getAnalyticsData);
