import { setTimeout as wait } from "node:timers/promises";
import { demoOwner, signIn } from "../auth/demo-owner";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { LIST_ROWS, lists } from "./lists";

const RUNS = 5;
const TARGET_S: Record<string, number> = { "fleet.csv": 3, "fleet.xlsx": 6 };

type Asked = { id: string; work_id: string };

/** A list of 10,000 rows from the request that sends it until its result can be read: the worker's part included. */
export async function uploads(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const { token } = await signIn(url, demoOwner(dataDir));
  const headers = { authorization: `Bearer ${token}` };
  const rows: Row[] = [];
  for (const { name, type, bytes } of await lists()) {
    const seconds: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      say(`${name}, ${run === 0 ? "warm-up" : `run ${run} of ${RUNS}`}`);
      const form = new FormData();
      form.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
      const began = performance.now();
      const asked = (await answered(
        await fetch(`${url}/batch/api/upload`, { method: "POST", headers, body: form }),
      )) as Asked;
      await untilDone(`${url}/api/work/${asked.work_id}`, headers);
      const { rows: read } = (await answered(await fetch(`${url}/batch/api/upload/${asked.id}/rows`, { headers }))) as {
        rows: unknown[];
      };
      if (read.length !== LIST_ROWS) throw new Error(`The list came back with ${read.length} rows.`);
      if (run > 0) seconds.push((performance.now() - began) / 1000);
    }
    rows.push(
      rowOfRuns(seconds, {
        ...{ name: `${name} of 10,000 rows, sent to computed and read`, unit: "s" },
        ...(TARGET_S[name] === undefined ? {} : { target: TARGET_S[name] }),
      }),
    );
  }
  return rows;
}

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
