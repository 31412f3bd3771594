import { resolve } from "node:path";
import { seedDemoAccounts } from "@/lib/identity/use-cases/seed-demo-accounts";
import type { UseCase } from "@/lib/kernel/use-case";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { seedDemoMachines } from "@/lib/machines/use-cases/seed-demo-machines";
import { seedSimulatedHistory } from "@/lib/market/use-cases/seed-simulated-history";
import { demoLogins } from "./demo-logins";

type Step = { useCase: UseCase; input?: () => unknown };
type Scenario = { words: string; steps: Step[] };

const accounts: Step = {
  useCase: seedDemoAccounts,
  input() {
    const { logins, isNew } = demoLogins(resolve(process.env.DATA_DIR ?? ".data"));
    return { logins, renew: isNew };
  },
};

/** Each step is a use case that may run as often as one likes, and changes nothing the second time. */
export const scenarios: Record<string, Scenario> = {
  base: { words: "what every installation has: the machine catalogue", steps: [{ useCase: seedCatalogue }] },
  demo: {
    words:
      "base, five years of market history that are simulated and say so, and demo accounts (DATA_DIR/demo-logins.json) with machines",
    steps: [{ useCase: seedCatalogue }, { useCase: seedSimulatedHistory }, accounts, { useCase: seedDemoMachines }],
  },
};
