import type { CDPSession } from "@playwright/test";

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

const TASK = "ThreadControllerImpl::RunTask";

/**
 * Processor time of every task of the pages' main threads while `work` runs, in milliseconds. A task is long by the clock as
 * well where the machine takes the processor away, to draw without a graphics card for one; here that doesn't count.
 */
export async function taskTimes<T>(
  session: CDPSession,
  work: () => Promise<T>,
): Promise<{ result: T; tasks: number[] }> {
  const mains = new Set<string>();
  const tasks: [thread: string, ms: number][] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const { name, pid, tid, tdur, args } of value as TraceEvent[]) {
      if (name === "thread_name" && args?.name === "CrRendererMain") mains.add(`${pid} ${tid}`);
      if (name === TASK && tdur !== undefined) tasks.push([`${pid} ${tid}`, tdur / 1000]);
    }
  };
  session.on("Tracing.dataCollected", collect);
  const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  const includedCategories = ["toplevel"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  const result = await work();
  await session.send("Tracing.end");
  await ended;
  session.off("Tracing.dataCollected", collect);
  return { result, tasks: tasks.filter(([thread]) => mains.has(thread)).map(([, ms]) => ms) };
}
