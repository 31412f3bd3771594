import { expect, it } from "vitest";
import { isBehind, latestPortfolio } from "./latest-portfolio";

const at = (upTo: number, written: number, minute = 0) => ({
  machines: upTo,
  hashrate_th: 0,
  power_w: 0,
  daily_revenue: 0,
  daily_cost: 0,
  daily_profit: 0,
  as_of: null,
  state: "live" as const,
  computed_at: `2026-01-01T00:0${minute}:00.000Z`,
  up_to_version: upTo,
  portfolio_version: written,
  assumptions: {
    electricity_cost: 0.06,
    machines_at_it: 0,
    pool_method: "FPPS" as const,
    pool_fee_pct: 2,
    uptime_pct: 97,
  },
});

it("keeps the figures with more writes in them, whichever answer came last", () => {
  expect(latestPortfolio(at(3, 3), at(2, 2)).machines).toBe(3);
  expect(latestPortfolio(at(2, 2), at(3, 3)).machines).toBe(3);
});

it("keeps the later computed of two with the same writes", () => {
  expect(latestPortfolio(at(3, 3, 1), at(3, 3, 2)).computed_at).toContain("00:02");
  expect(latestPortfolio(at(3, 3, 2), at(3, 3, 1)).computed_at).toContain("00:02");
});

it("forgets no write that either knew of", () => {
  const known = latestPortfolio(at(3, 5), at(4, 4));
  expect(known).toMatchObject({ up_to_version: 4, portfolio_version: 5 });
  expect(isBehind(known)).toBe(true);
  expect(isBehind(latestPortfolio(known, at(5, 5)))).toBe(false);
});
