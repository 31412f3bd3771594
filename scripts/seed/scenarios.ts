import type { UseCase } from "@/lib/kernel/use-case";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { seedSimulatedHistory } from "@/lib/market/use-cases/seed-simulated-history";

type Scenario = { words: string; steps: UseCase[] };

/** Each step is a use case that takes no input, may run as often as one likes, and changes nothing the second time. */
export const scenarios: Record<string, Scenario> = {
  base: { words: "what every installation has: the machine catalogue", steps: [seedCatalogue] },
  demo: {
    words: "base, and five years of market history that are simulated and say so",
    steps: [seedCatalogue, seedSimulatedHistory],
  },
};
