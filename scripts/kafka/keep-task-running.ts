import { z } from "zod";

const CONNECTOR = "/connectors/hashinsight-outbox";
const LOOK_MS = 1_000;
/** While it starts, Connect takes a question and may keep it for good. */
const ANSWER_MS = 2_000;

const Status = z.object({ tasks: z.array(z.object({ state: z.string(), trace: z.string().optional() })) });
export type TaskStatus = z.output<typeof Status>["tasks"][number];

/** How the connector's one task is at the Connect of `address`; undefined when nobody says so. */
export async function readTask(address: string): Promise<TaskStatus | undefined> {
  const answer = await ask(address, "/status", "GET");
  return answer?.ok ? Status.parse(await answer.json()).tasks[0] : undefined;
}

/**
 * Starts the task again whenever Connect has given it up, until `over`. Debezium goes on by itself after the database was
 * away, but not when that goes away while it begins again.
 */
export function keepTaskRunning(address: string, over: Promise<void>): void {
  const timer = setInterval(async () => {
    const task = await readTask(address).catch(() => undefined);
    if (task?.state === "FAILED") await ask(address, "/restart?includeTasks=true&onlyFailed=true", "POST");
  }, LOOK_MS);
  void over.then(() => clearInterval(timer));
}

const ask = (address: string, path: string, method: string): Promise<Response | undefined> =>
  fetch(`${address}${CONNECTOR}${path}`, { method, signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
