import { setTimeout as wait } from "node:timers/promises";
import { demoOwner, signIn } from "../auth/demo-owner";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { LIST_ROWS, lists } from "./lists";

const RUNS = 5;
const TARGET_S: Record<string, number> = { "fleet.csv": 3, "fleet.xlsx": 6 };

type Asked = { id: string; work_id: string };

type Ground = { url: string; headers: Record<string, string> };
type Sent = { name: string; form: () => FormData };

/** Lists of 10,000 rows from the request that sends them: until the figures can be read, and until the machines are kept. */
export async function uploads(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const { token } = await signIn(url, demoOwner(dataDir));
  const ground = { url, headers: { authorization: `Bearer ${token}` } };
  const rows: Row[] = [];
  for (const { name, type, bytes } of await lists()) {
    const form = () => {
      const made = new FormData();
      made.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
      return made;
    };
    const target = TARGET_S[name];
    const bound = target === undefined ? {} : { target };
    for (const [what, how] of [
      ["computed and read", compute],
      ["kept as machines", keep],
    ] as const) {
      const seconds: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        say(`${name} ${what}, ${run === 0 ? "warm-up" : `run ${run} of ${RUNS}`}`);
        const took = await how(ground, { name, form });
        if (run > 0) seconds.push(took);
      }
      rows.push(rowOfRuns(seconds, { name: `${name} of 10,000 rows, sent to ${what}`, unit: "s", ...bound }));
    }
  }
  return rows;
}

async function compute({ url, headers }: Ground, { form }: Sent): Promise<number> {
  const began = performance.now();
  const id = await computed(url, headers, form());
  const answer = await fetch(`${url}/batch/api/upload/${id}/rows`, { headers });
  const { rows } = (await answered(answer)) as { rows: unknown[] };
  if (rows.length !== LIST_ROWS) throw new Error(`The list came back with ${rows.length} rows.`);
  return (performance.now() - began) / 1000;
}

/** Hands a list in and waits until it is computed; gives its id. */
export async function computed(url: string, headers: Record<string, string>, form: FormData): Promise<string> {
  const asked = await sent(`${url}/batch/api/upload`, headers, form);
  await untilDone(`${url}/api/work/${asked.work_id}`, headers);
  return asked.id;
}

/** The next one begins when the portfolio has followed. */
async function keep({ url, headers }: Ground, { form }: Sent): Promise<number> {
  const began = performance.now();
  const asked = await sent(`${url}/api/miners/import`, headers, form());
  await untilDone(`${url}/api/work/${asked.work_id}`, headers);
  const took = (performance.now() - began) / 1000;
  for (;;) {
    const answer = await answered(await fetch(`${url}/api/portfolio`, { headers }));
    const { up_to_version: seen, portfolio_version: written } = answer as Record<string, number>;
    if (seen === written) return took;
    await wait(100);
  }
}

const sent = async (url: string, headers: Record<string, string>, body: FormData): Promise<Asked> =>
  (await answered(await fetch(url, { method: "POST", headers, body }))) as Asked;

async function untilDone(work: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const { state, fault } = (await answered(await fetch(work, { headers }))) as {
      state: string;
      fault: string | null;
    };
    if (state === "done") return;
    if (state === "failed" || state === "cancelled") throw new Error(`The work ${state}: ${fault}`);
    await wait(25);
  }
}

async function answered(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
