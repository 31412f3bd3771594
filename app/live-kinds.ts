import { z } from "zod";
import { PortfolioRecalculated } from "@/lib/calculator/events";
import { Portfolio } from "@/lib/calculator/schemas";
import { type LiveKind, live } from "@/lib/kernel/live";

/** The rows of a person's machines: that they changed; the page reads what of them it shows. */
const minerKind = (happened: string): LiveKind =>
  live(
    { kind: `machines.user_miner.${happened}.v1`, topic: "events.miner" },
    { permission: "machines:read", whose: "own", shows: z.object({}) },
  );

/** Every kind of event that open pages hear of (`GET /api/live`), who hears it, and what of it goes out. */
export const liveKinds: readonly LiveKind[] = [
  minerKind("added"),
  minerKind("changed"),
  minerKind("retired"),
  live(PortfolioRecalculated, { permission: "machines:read", whose: "own", shows: Portfolio }),
];
