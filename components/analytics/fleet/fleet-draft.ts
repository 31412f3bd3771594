/** Machines of one model as they are typed; the machine's own figures where it is none of the catalogue's. */
export type FleetRowDraft = {
  model: string;
  quantity: string;
  /** US dollars for one of them. */
  price: string;
  since: string;
  hashrate: string;
  power: string;
};

/** Whose machines an analysis is about. `own` null: nobody chose, so one's own where there are any. */
export type FleetDraft = { own: boolean | null; rows: readonly FleetRowDraft[] };

export const CUSTOM_MODEL = "custom";
export const MOST_ROWS = 20;
const MOST_LETTERS = 100;
const SEPARATOR = "~";

const EMPTY: FleetRowDraft = { model: "", quantity: "1", price: "", since: "", hashrate: "", power: "" };

/** Where somebody begins who keeps no machines: a fleet like many, so that there is an answer before any typing. */
export const SAMPLE_FLEET: readonly FleetRowDraft[] = [{ ...EMPTY, model: "Antminer S19 Pro 110T", quantity: "100" }];

export const newRow = (model: string): FleetRowDraft => ({ ...EMPTY, model });

const ORDER = ["quantity", "model", "price", "since", "hashrate", "power"] as const;

/** `m=100~Antminer S19 Pro 110T` a row; what is left empty at its end is left out. */
export function writeFleet({ own, rows }: FleetDraft, query: URLSearchParams): void {
  if (own !== null) query.set("fleet", own ? "own" : "typed");
  if (isSample(rows)) return;
  for (const row of rows) {
    const parts = ORDER.map((name) => row[name].replaceAll(SEPARATOR, " "));
    query.append("m", parts.join(SEPARATOR).replace(/~+$/, ""));
  }
}

export function readFleet(query: URLSearchParams): FleetDraft {
  const asked = query.get("fleet");
  const rows = query
    .getAll("m")
    .slice(0, MOST_ROWS)
    .map((text) => {
      const [quantity = "", model = "", price = "", since = "", hashrate = "", power = ""] = text
        .split(SEPARATOR)
        .map((part) => part.slice(0, MOST_LETTERS));
      return { quantity, model, price, since, hashrate, power };
    });
  return {
    own: asked === "own" ? true : asked === "typed" ? false : null,
    rows: rows.length > 0 ? rows : SAMPLE_FLEET,
  };
}

const isSample = (rows: readonly FleetRowDraft[]): boolean =>
  rows.length === SAMPLE_FLEET.length &&
  rows.every((row, index) => ORDER.every((name) => row[name] === SAMPLE_FLEET[index]?.[name]));

/** Whether an analysis is about one's own machines. */
export const isOwn = ({ own }: FleetDraft, ownMachines: number): boolean => (own ?? ownMachines > 0) && ownMachines > 0;
