import { useTranslations } from "next-intl";
import { Provenance } from "@/components/ui/provenance";
import { MARKET_FIELDS, type MarketField } from "@/lib/calculator/core/draft";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { useDraft } from "./draft-context";
import { DraftField } from "./draft-field";

const UNITS: Record<MarketField, string> = {
  btc_price: "$",
  difficulty: "",
  network_hashrate_ehs: "EH/s",
  fees_sats_per_block: "sat",
};
const MANUAL = { source: "manual", state: "manual", as_of: null } as const;

/** The live figures, each of which can be set by hand and is then marked manual. Emptying one brings the live one back. */
export function MarketFields({ market }: { market: MarketSnapshot }) {
  const t = useTranslations("calculator.fields");
  const { draft } = useDraft();
  return MARKET_FIELDS.map((name) => {
    const manual = (draft[name] ?? "").trim() !== "";
    const origin = manual ? MANUAL : market[name];
    return (
      <DraftField
        key={name}
        name={name}
        label={t(name)}
        unit={UNITS[name]}
        step={
          name === "btc_price" ? 1000 : name === "network_hashrate_ehs" ? 10 : name === "difficulty" ? 1e12 : 100_000
        }
        placeholder={String(market[name].value)}
        hint={<Provenance source={origin.source} state={origin.state} asOf={origin.as_of} />}
      />
    );
  });
}
