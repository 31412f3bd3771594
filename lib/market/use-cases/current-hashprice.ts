import type { Ctx } from "@/lib/kernel/context";
import { hashpriceOf } from "../core/compose-market";
import type { KnownFigure } from "../schemas";
import { currentMarket } from "./current-market";

/** What 1 PH/s earns a day as of now, gross, in US dollars, with its origin. */
export const currentHashprice = async (ctx: Ctx): Promise<KnownFigure> =>
  hashpriceOf(await currentMarket(ctx)).usd_per_ph_day;
