import type { z } from "zod";
import { draftToRequest } from "@/lib/calculator/core/draft";
import type { CalculatorLink } from "@/lib/calculator/core/link";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { CalculateInput } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import type { MarketSnapshot } from "@/lib/market/schemas";

/** The request of a link's first scenario, with the market of the link or of the page in it; null where a field is not valid. */
export function linkRequest(
  link: CalculatorLink,
  machines: readonly PickerModel[],
  market: MarketSnapshot,
): z.input<typeof CalculateInput> | null {
  const draft = link.scenarios[0] ?? {};
  const { request, problems } = draftToRequest(draft, machineOfDraft(machines, draft));
  if (problems.length > 0) return null;
  const typed = typeof request.market === "object" ? request.market : {};
  const parsed = CalculateInput.safeParse({ ...request, market: { ...marketOf(link, market), ...typed } });
  return parsed.success ? parsed.data : null;
}

function marketOf(link: CalculatorLink, market: MarketSnapshot): Record<string, number> {
  const { at: _, ...pinned } = link.pinned ?? { at: "" };
  const values = link.pinned
    ? pinned
    : {
        btc_price: market.btc_price.value,
        difficulty: market.difficulty.value,
        network_hashrate_ehs: market.network_hashrate_ehs.value,
        block_height: market.block_height.value,
        fees_sats_per_block: market.fees_sats_per_block.value,
        block_interval_s: market.block_interval_s.value,
      };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : [])),
  );
}
