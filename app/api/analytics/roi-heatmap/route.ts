import { analyticsContract } from "@/lib/analytics/contract";
import { drawHeatmap } from "@/lib/analytics/use-cases/draw-heatmap";
import { serve } from "@/lib/transport/serve";

export const POST = serve(analyticsContract.roiHeatmap, drawHeatmap);
