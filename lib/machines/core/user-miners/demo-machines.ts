import type { z } from "zod";
import type { AddUserMiner } from "./schemas";

type Entry = z.input<typeof AddUserMiner>;

/** What the people of the demo's first company keep, by their roles. */
export const DEMO_MACHINES: Record<string, readonly Entry[]> = {
  owner: [
    {
      miner_model: "Antminer S21 Pro 234T",
      quantity: 120,
      site: "North hall",
      label: "Rows 1 to 6",
      electricity_cost: 0.052,
      purchased_at: "2026-03-02",
      cost_usd: 421_200,
    },
    { miner_model: "WhatsMiner M60S 186T", quantity: 80, site: "North hall", electricity_cost: 0.052 },
    {
      miner_model: "Antminer S19 XP 141T",
      quantity: 45,
      site: "Old barn",
      label: "To be replaced",
      electricity_cost: 0.071,
    },
    { miner_model: "Avalon A15 Pro 221T", quantity: 12, label: "On trial" },
  ],
  admin: [{ miner_model: "Antminer S21 200T", quantity: 20, site: "North hall", electricity_cost: 0.055 }],
  mining_site_owner: [
    { miner_model: "Antminer S21 XP Hyd 473T", quantity: 36, site: "Hydro container", electricity_cost: 0.045 },
    { miner_model: "WhatsMiner M66S 298T", quantity: 24, site: "Tank room", electricity_cost: 0.045 },
  ],
  operator: [{ miner_model: "Antminer S19j Pro 104T", quantity: 8, site: "Workshop", label: "Repaired" }],
  client: [
    { miner_model: "Antminer S21 200T", quantity: 6, site: "North hall", electricity_cost: 0.062 },
    { miner_model: "Antminer S19 XP 141T", quantity: 4, site: "Old barn", electricity_cost: 0.062 },
  ],
};

/** The owner of a company on the plan Free: two places are left. */
export const DEMO_MACHINES_OF_FREE: typeof DEMO_MACHINES = {
  owner: [{ miner_model: "Antminer S21 200T", quantity: 8, site: "Garage", electricity_cost: 0.08 }],
};
