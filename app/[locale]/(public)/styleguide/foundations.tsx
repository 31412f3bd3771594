import { Chip } from "@/components/ui/chip";
import { Figure } from "@/components/ui/figure";
import { Kbd } from "@/components/ui/kbd";
import { Provenance } from "@/components/ui/provenance";
import { Section } from "@/components/ui/section";
import { Stat, Stats } from "@/components/ui/stat";
import { type Column, Table } from "@/components/ui/table";
import { figures } from "@/lib/i18n/figures";
import { Specimen } from "./specimen";

const COLOURS = [
  "bg-bg",
  "bg-surface",
  "bg-raised",
  "bg-overlay",
  "bg-line",
  "bg-line-strong",
  "bg-control",
  "bg-text",
  "bg-muted",
  "bg-subtle",
  "bg-gold",
  "bg-gold-soft",
  "bg-gold-dim",
  "bg-up",
  "bg-down",
  "bg-warn",
  "bg-info",
];
const STATES = ["live", "stale", "estimated", "manual", "simulated", "default"] as const;
const AS_OF = "2026-10-05T09:39:20.000Z";

type Span = { span: string; sats: number; revenue: number; profit: number };
const ROWS: Span[] = [
  { span: "Day", sats: 97_143, revenue: 92.29, profit: 43.4 },
  { span: "Month", sats: 2_956_789, revenue: 2809.1, profit: -12.05 },
];
const show = figures("en");
const COLUMNS: Column<Span>[] = [
  { key: "span", header: "Period", cell: (row) => row.span },
  { key: "sats", header: "Mined", unit: "sat", numeric: true, cell: (row) => show.number(row.sats).text },
  { key: "revenue", header: "Revenue", numeric: true, cell: (row) => <Figure {...show.usd(row.revenue)} /> },
  {
    key: "profit",
    header: "Profit",
    numeric: true,
    cell: (row) => <Figure {...show.usd(row.profit, { signed: true })} tone={row.profit < 0 ? "down" : "up"} />,
  },
];

export function Foundations() {
  return (
    <Section title="Foundations" note="tokens, figures, tables">
      <Specimen name="colours">
        {COLOURS.map((colour) => (
          <span key={colour} className="grid gap-1 text-xs text-muted">
            <i className={`${colour} block h-8 w-16 rounded-sm border border-line-strong`} />
            {colour.slice(3)}
          </span>
        ))}
      </Specimen>
      <Specimen name="type">
        <div className="grid gap-1">
          <span className="text-2xl">40 Earns $43.40</span>
          <span className="text-xl">28 Machines</span>
          <span className="text-lg">20 $95,000</span>
          <span className="text-base">16 Cumulative profit</span>
          <span className="text-sm">14 Everything else</span>
          <span className="text-xs">12 CoinGecko, 20 s ago</span>
        </div>
      </Specimen>
      <Specimen name="Figure">
        <Figure {...show.usd(43.398_677_1)} tone="hero" className="text-lg" />
        <Figure {...show.usd(43.398_677_1, { signed: true })} tone="up" />
        <Figure {...show.usd(-11.2, { signed: true })} tone="down" />
        <Figure {...show.hashrate(200)} />
        <Figure {...show.powerPrice(0.06)} />
        <Figure {...show.difficulty(132_716_002_350_731)} />
        <Figure {...show.coin(97_143)} />
        <Figure {...show.usd(null)} />
      </Specimen>
      <Specimen name="Provenance">
        {STATES.map((state) => (
          <Provenance key={state} state={state} source="coingecko" asOf={AS_OF} />
        ))}
      </Specimen>
      <Specimen name="Stats, Stat">
        <Stats className="w-full">
          <Stat label="Revenue a day" value={<Figure {...show.usd(92.29)} />} note="97,143 sat" />
          <Stat label="Power a day" value={<Figure {...show.usd(48.89)} />} note="815 kWh" />
          <Stat
            label="BTC price"
            value={<Figure {...show.usd(95_000, { digits: 0 })} />}
            note={<Provenance state="live" source="coingecko" asOf={AS_OF} />}
          />
          <Stat
            label="Difficulty"
            value={<Figure {...show.difficulty(1.25e14)} />}
            note={<Provenance state="stale" source="mempool.space" asOf={AS_OF} />}
          />
        </Stats>
      </Specimen>
      <Specimen name="Table">
        <Table className="w-full" caption="Over time" columns={COLUMNS} rows={ROWS} rowKey={(row) => row.span} />
      </Specimen>
      <Specimen name="Chip, Kbd">
        <Chip>200 TH/s</Chip>
        <Chip>17.5 J/TH</Chip>
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </Specimen>
    </Section>
  );
}
