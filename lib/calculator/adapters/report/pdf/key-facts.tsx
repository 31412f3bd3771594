import { StyleSheet, Text, View } from "@react-pdf/renderer";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { NO_VALUE } from "@/lib/i18n/number-format";
import type { ReportScenario } from "../report";
import type { Words } from "../words";
import { fittedCoin } from "./fitted";
import { INK } from "./theme";

const styles = StyleSheet.create({
  row: { flexDirection: "row", borderTopWidth: 0.5, borderTopColor: INK.line },
  first: { marginTop: 14 },
  last: { borderBottomWidth: 0.5, borderBottomColor: INK.line },
  fact: { flex: 1, paddingVertical: 7, paddingRight: 8 },
  sentence: { color: INK.muted, marginTop: 7 },
  label: { fontSize: 7.5, color: INK.subtle },
  value: { fontSize: 12.5, fontWeight: 500, lineHeight: 1.35 },
});

type Fact = { label: string; value: string; note?: string };

/** The eight figures that a buyer asks for, each with what it is to be held against. */
export function KeyFacts({ scenario, words }: { scenario: ReportScenario; words: Words }) {
  const rows = [todayFacts(words, scenario), horizonFacts(words, scenario)];
  const comparison = mineOrBuy(words, scenario.result);
  return (
    <View>
      {rows.map((facts, index) => (
        <View key={facts[0]?.label} style={[styles.row, index === 0 ? styles.first : styles.last]} wrap={false}>
          {facts.map(({ label, value, note }) => (
            <View key={label} style={styles.fact}>
              <Text style={styles.label}>{label}</Text>
              <Text style={styles.value}>{value}</Text>
              {note ? <Text style={styles.label}>{note}</Text> : null}
            </View>
          ))}
        </View>
      ))}
      {comparison && <Text style={styles.sentence}>{comparison}</Text>}
    </View>
  );
}

function todayFacts({ t, page, show }: Words, { result }: ReportScenario): Fact[] {
  const { assumptions: given, investment, break_even, payback_probability: chance } = result;
  const usdPerMwh = break_even.operating.electricity_usd_per_mwh;
  const months = investment.payback_months;
  const revenue = show.usd(result.daily_revenue).text;
  return [
    {
      label: page("facts.profit"),
      value: show.usd(result.daily_profit, { signed: true }).text,
      note: page("facts.revenueLessCosts", { revenue, costs: show.usd(result.daily_cost).text }),
    },
    {
      label: page("facts.breakEvenPower"),
      value: usdPerMwh === null ? NO_VALUE : inlineFigure(show.powerPrice(usdPerMwh / 1000)),
      note: page("facts.yourPower", { price: inlineFigure(show.powerPrice(given.electricity_cost)) }),
    },
    {
      label: page("facts.payback"),
      value: months === null ? NO_VALUE : page("facts.months", { months: show.number(months, { digits: 1 }).text }),
      note:
        given.machine_price_usd === null
          ? page("facts.noPrice")
          : months === null
            ? page("facts.noPayback")
            : page("facts.ofHorizon", { horizon: given.horizon_months }),
    },
    {
      label: t("paybackChance"),
      value: chance === null ? NO_VALUE : inlineFigure(show.percent(chance * 100, { digits: 0 })),
      note: chance === null ? "" : t("paybackChanceNote", { paths: given.paths ?? 0 }),
    },
  ];
}

function horizonFacts(words: Words, { result }: ReportScenario): Fact[] {
  const { t, page, show } = words;
  const { investment, assumptions: given } = result;
  const rate = (value: number | null) =>
    value === null ? NO_VALUE : inlineFigure(show.percent(value, { digits: 1, signed: true }));
  const discount = inlineFigure(show.percent(given.discount_rate_pct));
  const reason = investment.irr_reason;
  return [
    {
      label: page("investment.npv"),
      value: show.usd(investment.npv_usd, { signed: true, digits: 0 }).text,
      note: investment.npv_usd === null ? "" : t("npvNote", { rate: discount }),
    },
    {
      label: page("investment.irr"),
      value: rate(investment.irr_pct),
      note: reason === null ? t("rateNote") : t(`reasons.${reason}`),
    },
    {
      label: page("investment.mined"),
      value: fittedCoin(words, investment.mined_sats),
    },
    { label: page("investment.spot"), value: fittedCoin(words, investment.spot_alternative_sats) },
  ];
}

/** Which of the two ways brings more coins, in a sentence; nothing without a price of the machines. */
function mineOrBuy({ page, show }: Words, { investment }: ReportScenario["result"]): string | null {
  const { mined_sats: mined, spot_alternative_sats: bought } = investment;
  if (bought === null || bought <= 0 || mined <= 0) return null;
  const more = mined >= bought ? mined / bought - 1 : bought / mined - 1;
  const share = inlineFigure(show.percent(100 * more, { digits: 0 }));
  return page(mined >= bought ? "investment.mineBetter" : "investment.buyBetter", { share });
}
