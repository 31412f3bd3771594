import { getHealthDetails } from "@/lib/transport/health";
import { healthContract } from "@/lib/transport/health-contract";
import { serve } from "@/lib/transport/serve";

export const dynamic = "force-dynamic";
export const GET = serve(healthContract.details, getHealthDetails, {
  statusOf: ({ status }) => (status === "down" ? 503 : 200),
});
