/** A change of a row over HTTP: its quantity, the total that it leads to, and when it was sent. */
export type Change = { quantity: number; machines: number; sentMs: number };

export type Fleet = {
  /** Sends the next change and waits for the answer. Each leads to a total of its own. */
  change(): Promise<Change>;
};

type Row = { id: string; version: number; quantity: number };
type Portfolio = { machines: number; up_to_version: number; portfolio_version: number };

const MODEL = "Antminer S21 200T";
/** The totals of changes do not meet those of the fleet as it was. */
const STEP = 1_000;

/** One person's machines beside what they keep already; `token` is theirs. */
export async function fleetOf(url: string, token: string): Promise<Fleet> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(url + path, { ...init, headers: { ...headers, ...init.headers } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const row = await ask<Row>("/api/user-miners", {
    method: "POST",
    body: JSON.stringify({ miner_model: MODEL, quantity: STEP, site: "Bench", electricity_cost: 0.055 }),
  });
  let { machines } = await settled(() => ask<Portfolio>("/api/portfolio"));
  return {
    async change() {
      const sentMs = Date.now();
      const body = JSON.stringify({ quantity: row.quantity + 1 });
      const init = { method: "PATCH", body, headers: { "if-match": `"${row.version}"` } };
      const { version, quantity } = await ask<Row>(`/api/user-miners/${row.id}`, init);
      Object.assign(row, { version, quantity });
      machines++;
      return { quantity, machines, sentMs };
    },
  };
}

async function settled(read: () => Promise<Portfolio>): Promise<Portfolio> {
  for (;;) {
    const portfolio = await read();
    if (portfolio.up_to_version === portfolio.portfolio_version) return portfolio;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
