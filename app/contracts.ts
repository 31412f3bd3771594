import { calculatorContract } from "@/lib/calculator/contract";
import { identityContract } from "@/lib/identity/contract";
import type { Contract } from "@/lib/kernel/contract";
import { machinesContract } from "@/lib/machines/contract";
import { marketContract } from "@/lib/market/contract";
import { healthContract } from "@/lib/transport/health-contract";

/** Every REST endpoint there is. The OpenAPI document, the API tests and the proxy's test all read this list. */
export const contracts: readonly Contract[] = [
  ...Object.values(calculatorContract),
  ...Object.values(identityContract),
  ...Object.values(machinesContract),
  ...Object.values(marketContract),
  ...Object.values(healthContract),
];
