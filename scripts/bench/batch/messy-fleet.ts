import { shippedCatalogue } from "@/lib/machines/index";

const LABELS = shippedCatalogue.map(({ label }) => label);
const CELL = /[",;\n]/;

/** What is wrong in the rows of `messyFleet`, one after the other. */
const FAULTS: ((cells: string[]) => string[])[] = [
  ([, ...rest]) => ["Antminer S99 Zeta", ...rest],
  ([model = "", , ...rest]) => [model, "many", ...rest],
  ([model = "", count = "", , ...rest]) => [model, count, "55", ...rest],
  ([model = "", count = "", price = "", site = ""]) => [model, count, price, site, "03/04/2026"],
];

type MessyFleet = { table: string[][]; text: string; wrong: number };

/**
 * A fleet as somebody keeps it: a title, names in many spellings, quoted line breaks, every `wrongEvery`th row with a
 * fault, and the sum below. The same for the same arguments.
 */
export function messyFleet(rows: number, { wrongEvery = 50, delimiter = "," } = {}): MessyFleet {
  let wrong = 0;
  const lines = Array.from({ length: rows }, (_, at) => {
    const label = LABELS[at % LABELS.length] ?? "";
    const model = at % 3 === 0 ? label.toLowerCase() : at % 3 === 1 ? label.replace(/T$/, " TH/s") : label;
    const good = [
      model,
      String(1 + (at % 20)),
      `0.0${40 + (at % 40)}`,
      at % 7 === 0 ? `Hall ${at % 5},\neast` : `Hall ${at % 5}`,
      "2026-01-31",
    ];
    if (at % wrongEvery !== wrongEvery - 1) return good;
    const fault = FAULTS[wrong % FAULTS.length];
    wrong++;
    return fault ? fault(good) : good;
  });
  const table = [
    ["Fleet, as of today"],
    ["Miner model", "Qty", "Power price ($/kWh)", "Site", "Bought at"],
    ...lines,
    ["Total", String(rows)],
  ];
  const quoted = (cell: string) => (CELL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return {
    table,
    text: table.map((cells) => cells.map(quoted).join(delimiter)).join("\r\n"),
    wrong,
  };
}
