import { getMetrics } from "@/lib/transport/metrics-endpoint";

export const dynamic = "force-dynamic";
export const GET = getMetrics;
