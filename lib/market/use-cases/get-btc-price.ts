import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { currentMarket } from "./current-market";

const { input, output, permission } = marketContract.btcPrice;

/** The price of bitcoin, and how it moved in 24 hours. */
export const getBtcPrice = query({
  name: "market.btc-price.get",
  permission,
  input,
  output,
  async run(ctx) {
    const { btc_price, change_24h_pct } = await currentMarket(ctx);
    const { value, ...provenance } = btc_price;
    return { price: value, change_24h_pct: change_24h_pct.value, ...provenance };
  },
});
