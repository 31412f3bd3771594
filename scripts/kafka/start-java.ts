import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ChildLog } from "../process/child-log";
import { Refusal } from "../process/refusal";
import { spawnKept } from "../process/spawn-kept";
import { jars, type Profile } from "./jars";
import { javaProgram } from "./java-program";

/** A Java server that runs and answers. It ends with this process at the latest. */
export type JavaServer = {
  /** The process of Java itself, for faults from outside. */
  pid: number;
  /** Resolves when it has ended, however it ended. */
  exited: Promise<void>;
  /** Sends `signal` (SIGTERM unless given) and waits for the end; what takes longer than 15 s is killed. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

type Options = {
  profile: Profile;
  /** The class to run, and its arguments. */
  main: string[];
  /** Where its log goes. */
  dir: string;
  heapMb: number;
  /** Of the virtual machine, besides. */
  flags?: readonly string[];
  env?: Record<string, string>;
  /** Whether it does its work; may throw when it never will. */
  isReady(): Promise<boolean>;
};

const READY_MS = 150_000;
const STOP_MS = 15_000;

/** Starts a Java server and waits until it is ready; throws a Refusal when it isn't. */
export async function startJava({
  profile,
  main,
  dir,
  heapMb,
  flags = [],
  env = {},
  isReady,
}: Options): Promise<JavaServer> {
  const logging = ["defaultLogLevel=warn", "showDateTime=true", "dateTimeFormat=HH:mm:ss.SSS"];
  const keeper = spawnKept(
    {
      command: javaProgram(),
      args: [
        ...["-XX:+UseSerialGC", ...flags, "-Xms96m", `-Xmx${heapMb}m`],
        ...logging.map((setting) => `-Dorg.slf4j.simpleLogger.${setting}`),
        ...["-cp", join(await jars(profile), "*"), ...main],
      ],
      polite: "SIGTERM",
      forced: "SIGKILL",
    },
    { ...process.env, ...env },
  );
  const log = new ChildLog(dir, profile);
  log.follow(keeper.stdout, keeper.stderr);
  let isOver = false;
  const exited = once(keeper, "exit").then(() => {
    isOver = true;
  });
  const pid = await Promise.race([once(keeper, "message").then(([told]) => Number(told.pid)), exited.then(() => 0)]);
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (!isOver) kill(pid, signal);
    const killed = setTimeout(() => kill(pid, "SIGKILL"), STOP_MS);
    await exited;
    clearTimeout(killed);
  };
  try {
    for (const end = performance.now() + READY_MS; !(await isReady()); await wait(50)) {
      if (isOver) throw new Error("it ended");
      if (performance.now() > end) throw new Error(`it isn't ready after ${READY_MS / 1000} s`);
    }
  } catch (cause) {
    await stop("SIGKILL");
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(`Kafka's ${profile} did not start: ${what}.`, `Its log: ${log.file}`, {
      cause: new Error(log.lastLines(), { cause }),
    });
  }
  return { pid, exited, stop };
}

/** Java may be gone a moment before its keeper. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
