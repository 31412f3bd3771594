import { G, Line, Path, Svg, Text } from "@react-pdf/renderer";
import { formatNumber } from "@/lib/i18n/number-format";
import type { CalculateOutput } from "../../../schemas";
import type { Words } from "../words";
import { monthTicks, valueScale } from "./chart-scale";
import { INK, PAGE } from "./theme";

const HEIGHT = 164;
const BOX = { left: 46, right: 78, top: 12, bottom: 18 };
const PLOT = { width: PAGE.width - BOX.left - BOX.right, height: HEIGHT - BOX.top - BOX.bottom };

/** `fontFamily` because a drawing does not inherit the page's. */
type Props = { result: CalculateOutput; words: Words; fontFamily: string[] };
type Series = { label: string; values: number[]; strong: boolean };

/** Cumulative profit from the purchase on: the band of the futures and its middle, or the one line without them. */
export function ProfitChart({ result, words, fontFamily }: Props) {
  const { page, locale } = words;
  const small = { fontSize: 7, fontFamily, fill: INK.subtle };
  const series = seriesOf(result, words);
  const months = result.chart_data.length;
  const scale = valueScale(series.flatMap(({ values }) => values));
  const x = (month: number) => BOX.left + (month / months) * PLOT.width;
  const y = (value: number) => BOX.top + ((scale.max - value) / (scale.max - scale.min)) * PLOT.height;
  const line = (values: readonly number[]) => values.map((value, month) => `${x(month)} ${y(value)}`).join(" L ");
  const usd = (value: number) =>
    formatNumber(locale, value, { currency: "USD", compact: true, digits: [0, 1], signed: true });
  const [low, high] = [series.at(0), series.at(-1)];
  const halving = halvingMonth(result);
  return (
    <Svg width={PAGE.width} height={HEIGHT}>
      {scale.ticks.map((tick) => (
        <G key={tick}>
          <Line
            x1={BOX.left}
            x2={BOX.left + PLOT.width}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? INK.subtle : INK.hair}
            strokeWidth={tick === 0 ? 0.8 : 0.5}
          />
          <Text x={BOX.left - 6} y={y(tick) + 2.4} style={small} textAnchor="end">
            {usd(tick)}
          </Text>
        </G>
      ))}
      {series.length > 1 && low && high && (
        <Path d={`M ${line(high.values)} L ${line(low.values).split(" L ").reverse().join(" L ")} Z`} fill={INK.band} />
      )}
      {halving !== null && (
        <G>
          <Line
            x1={x(halving)}
            x2={x(halving)}
            y1={BOX.top}
            y2={BOX.top + PLOT.height}
            stroke={INK.subtle}
            strokeWidth={0.6}
            strokeDasharray="2 2"
          />
          <Text x={x(halving)} y={BOX.top - 4} style={small} textAnchor="middle">
            {page("chart.halving")}
          </Text>
        </G>
      )}
      {series.map(({ label, values, strong }) => (
        <Path key={label} d={`M ${line(values)}`} stroke={INK.series} strokeWidth={strong ? 1.4 : 0.5} fill="none" />
      ))}
      {monthTicks(months).map((month) => (
        <Text key={month} x={x(month)} y={HEIGHT - 5} style={small} textAnchor="middle">
          {month === 0 ? page("chart.now") : page("chart.monthLabel", { month })}
        </Text>
      ))}
      {endLabels(series, y).map(({ label, value, at }) => (
        <Text key={label} x={BOX.left + PLOT.width + 5} y={at + 2.4} style={{ ...small, fill: INK.muted }}>
          {`${label} ${usd(value)}`}
        </Text>
      ))}
    </Svg>
  );
}

/** Month 0 is the purchase; month n is the end of the nth month. From the lowest to the highest. */
function seriesOf({ chart_data, chart_bands, assumptions }: CalculateOutput, { page }: Words): Series[] {
  const price = -(assumptions.machine_price_usd ?? 0) * assumptions.quantity;
  if (!chart_bands) {
    const values = [price, ...chart_data.map((row) => row.cumulative_profit)];
    return [{ label: page("chart.assumed"), values, strong: true }];
  }
  const of = (key: "p10" | "p50" | "p90") => [price, ...chart_bands.map((band) => band[key])];
  return [
    { label: page("chart.low"), values: of("p10"), strong: false },
    { label: page("chart.middle"), values: of("p50"), strong: true },
    { label: page("chart.high"), values: of("p90"), strong: false },
  ];
}

function halvingMonth({ chart_data, next_halving }: CalculateOutput): number | null {
  if (!next_halving?.inside_horizon) return null;
  return chart_data.filter((row) => row.date <= next_halving.at.slice(0, 10)).length;
}

/** Each series is named where it ends; names that would touch are moved apart. */
function endLabels(series: readonly Series[], y: (value: number) => number) {
  const apart = 9;
  const labels = series.map(({ label, values }) => ({ label, value: values.at(-1) ?? 0, at: y(values.at(-1) ?? 0) }));
  const middle = (labels.length - 1) / 2;
  const centre = labels[Math.floor(middle)]?.at ?? 0;
  // The lowest series comes first and stands at the bottom.
  return labels.map((each, index) => {
    const bound = centre + (Math.floor(middle) - index) * apart;
    return {
      ...each,
      at: index < middle ? Math.max(each.at, bound) : index > middle ? Math.min(each.at, bound) : each.at,
    };
  });
}
