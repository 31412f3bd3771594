import { adminContract } from "@/lib/admin/contract";
import { dlqContract } from "@/lib/admin/core/dlq/contract";
import { analyticsContract } from "@/lib/analytics/contract";
import { curtailmentContract } from "@/lib/analytics/core/curtailment/contract";
import { auditContract } from "@/lib/audit/contract";
import { calculatorContract } from "@/lib/calculator/contract";
import { identityContract } from "@/lib/identity/contract";
import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { factorsContract } from "@/lib/identity/core/factors/contract";
import { membersContract } from "@/lib/identity/core/members/contract";
import { platformContract } from "@/lib/identity/core/platform/contract";
import { sessionsContract } from "@/lib/identity/core/sessions/contract";
import { intelligenceContract } from "@/lib/intelligence/contract";
import type { Contract } from "@/lib/kernel/contract";
import { machinesContract } from "@/lib/machines/contract";
import { marketContract } from "@/lib/market/contract";
import { healthContract } from "@/lib/transport/health-contract";
import { liveContract } from "@/lib/transport/live/live-contract";
import { workContract } from "@/lib/work/contract";
import { liveKinds } from "./live-kinds";

/** Every REST endpoint there is. The OpenAPI document, the API tests and the proxy's test all read this list. */
export const contracts: readonly Contract[] = [
  ...Object.values(adminContract),
  ...Object.values(analyticsContract),
  ...Object.values(apiKeysContract),
  ...Object.values(auditContract),
  ...Object.values(calculatorContract),
  ...Object.values(curtailmentContract),
  ...Object.values(dlqContract),
  ...Object.values(factorsContract),
  ...Object.values(identityContract),
  ...Object.values(intelligenceContract),
  ...Object.values(machinesContract),
  ...Object.values(marketContract),
  ...Object.values(membersContract),
  ...Object.values(platformContract),
  ...Object.values(sessionsContract),
  ...Object.values(workContract),
  ...Object.values(healthContract),
  liveContract(liveKinds),
];
