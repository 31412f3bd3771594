"use client";

import type { ChartFormat } from "@/components/charts/chart-row";
import { FanChart } from "@/components/charts/fan-chart";
import { HeatTable } from "@/components/charts/heat-table";
import { LineChart } from "@/components/charts/line-chart";
import { Section } from "@/components/ui/section";
import { useFigures } from "@/components/ui/units-provider";

// Shapes only, not the product's figures.
const MONTHS = Array.from({ length: 37 }, (_, month) => {
  const p50 = -30_000 + 1_302 * month * Math.exp(-month / 200) - Math.max(0, month - 28) * 500;
  const spread = 2_600 * Math.sqrt(month);
  const x = new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10);
  return { x, values: { p10: p50 - spread, p25: p50 - spread / 2, p50, p75: p50 + spread / 2, p90: p50 + spread } };
});
const series = (key: string) => ({ key, label: key.toUpperCase() });
const PRICES = [60, 75, 85, 95, 110, 130, 150];
const DIFFICULTIES = [100, 112, 125, 140, 160, 190];

export function Charts() {
  const show = useFigures();
  const format: ChartFormat = {
    x: (x) => x.slice(0, 7),
    y: (value) => show.usd(value, { digits: 0, compact: true, signed: true }).text,
    value: (value) => show.usd(value, { signed: true }).text,
  };
  const frame = { rows: MONTHS, format, filename: "hashinsight-profit" };
  const halving = [{ x: MONTHS[28]?.x ?? "", label: "halving, by height" }];
  return (
    <div className="grid gap-9">
      <FanChart
        {...frame}
        title="Cumulative profit"
        note="10th to 90th percentile of 10,000 futures"
        summary="Fan chart of cumulative profit over 36 months"
        bands={[
          { low: series("p10"), high: series("p90") },
          { low: series("p25"), high: series("p75") },
        ]}
        middle={series("p50")}
        markers={halving}
      />
      <LineChart
        {...frame}
        title="Three outlooks"
        summary="Cumulative profit in three outlooks"
        series={[series("p50"), series("p10"), series("p90")]}
        markers={halving}
      />
      <Section title="If price and difficulty move" note="profit a day, 10 machines">
        <HeatTable
          caption="Profit a day by price and difficulty"
          corner="Difficulty"
          columns={PRICES.map((price) => `$${price}k`)}
          rows={DIFFICULTIES.map((difficulty) => ({
            label: `${difficulty} T`,
            values: PRICES.map((price) => (((92.29 * price) / 95) * 125) / difficulty - 48.89),
          }))}
          format={(value) => show.usd(value, { digits: 0, signed: true }).text}
          now={{ row: 2, column: 3 }}
        />
      </Section>
    </div>
  );
}
