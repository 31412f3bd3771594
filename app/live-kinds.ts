import { z } from "zod";
import { PortfolioRecalculated } from "@/lib/calculator/events";
import { type LiveKind, live } from "@/lib/kernel/live";
import { UserMinerAdded, UserMinerChanged, UserMinerRestored, UserMinerRetired } from "@/lib/machines/events";

/** That a person's machines changed; the page reads what of them it shows. */
const ofMachines = { permission: "machines:read", whose: "own", shows: z.object({}) } as const;

/** Every kind of event that open pages hear of (`GET /api/live`), who hears it, and what of it goes out. */
export const liveKinds: readonly LiveKind[] = [
  live(UserMinerAdded, ofMachines),
  live(UserMinerChanged, ofMachines),
  live(UserMinerRetired, ofMachines),
  live(UserMinerRestored, ofMachines),
  live(PortfolioRecalculated, {
    permission: "machines:read",
    whose: "own",
    // The answer of GET /api/portfolio, which its page shows as a whole.
    shows: PortfolioRecalculated.payload,
  }),
];
