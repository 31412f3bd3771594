import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { breakEvenUsdPerMwh } from "../core/break-even";
import { hashpriceOf } from "../core/compose-market";
import type { MarketSnapshot } from "../schemas";
import { currentMarket } from "./current-market";

/** One number of the market for a spreadsheet; `unavailable` (503) where there is none, never a zero. */
const plainFigure = (
  name: string,
  contract: typeof marketContract.plainBtcPrice,
  read: (market: MarketSnapshot) => number | null,
) =>
  query({
    name,
    permission: contract.permission,
    input: contract.input,
    output: contract.output,
    async run(ctx) {
      const value = read(await currentMarket(ctx));
      if (value === null) throw new AppError("unavailable", "No source has said this yet. Try again in a minute.");
      return value;
    },
  });

export const getPlainBtcPrice = plainFigure(
  "market.plain.btc-price",
  marketContract.plainBtcPrice,
  (market) => market.btc_price.value,
);
export const getPlainDifficulty = plainFigure(
  "market.plain.difficulty",
  marketContract.plainDifficulty,
  (market) => market.difficulty.value,
);
export const getPlainHashprice = plainFigure(
  "market.plain.hashprice",
  marketContract.plainHashprice,
  (market) => hashpriceOf(market).usd_per_ph_day.value,
);
export const getPlainNextDifficultyChange = plainFigure(
  "market.plain.next-difficulty-change",
  marketContract.plainNextDifficultyChange,
  (market) => market.next_difficulty_change.change_pct,
);

const breakEven = marketContract.plainBreakEven;
/** The price of power ($/MWh) at which a machine of this efficiency earns what it burns, before fee and uptime. */
export const getPlainBreakEven = query({
  name: "market.plain.break-even",
  permission: breakEven.permission,
  input: breakEven.input,
  output: breakEven.output,
  async run(ctx, { efficiency }) {
    return breakEvenUsdPerMwh(hashpriceOf(await currentMarket(ctx)).usd_per_ph_day.value, efficiency);
  },
});
