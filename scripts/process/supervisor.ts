import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { ChildLog } from "./child-log";
import { Refusal } from "./refusal";

/** A life shorter than this is a quick death; three in a row mean that starting again doesn't help. */
const QUICK_MS = 20_000;
const QUICK_DEATHS = 3;
const FIRST_PAUSE_MS = 500;
/** What a child wrote just before its end may come after the news of it. */
const LAST_WORDS_MS = 100;

export type ChildSpec = {
  name: string;
  log: ChildLog;
  spawn(): Promise<ChildProcess> | ChildProcess;
  /** How long a polite stop may take before the child is killed. */
  stopMs: number;
};

/** Keeps children alive: one that dies is started again with a growing pause, until it dies at once three times. */
export class Supervisor {
  /** Rejects with a Refusal that carries the last lines of the child that can't be kept alive. */
  readonly failed: Promise<never>;
  #fail: (error: Error) => void = () => undefined;
  #stopping = false;
  #running = new Map<string, { spec: ChildSpec; child: ChildProcess; ended: Promise<void> }>();

  constructor(
    private readonly say: (line: string) => void,
    private readonly firstPauseMs: number = FIRST_PAUSE_MS,
  ) {
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  /** Starts a child and looks after it from now on. */
  async keep(spec: ChildSpec, quickDeaths = 0): Promise<void> {
    const child = await spec.spawn();
    const born = performance.now();
    spec.log.follow(child.stdout, child.stderr);
    const ended = new Promise<void>((resolve) => {
      child.once("error", (error) => spec.log.write(`${error.message}\n`));
      // Not "close": a grandchild may hold the pipes for as long as it lives.
      child.once("exit", (code, signal) => {
        resolve();
        this.#running.delete(spec.name);
        if (this.#stopping) return;
        const deaths = performance.now() - born < QUICK_MS ? quickDeaths + 1 : 1;
        void this.#restart(spec, deaths, signal ?? `exit code ${code}`);
      });
    });
    this.#running.set(spec.name, { spec, child, ended });
    // Told to stop while it was being spawned.
    if (this.#stopping) child.kill("SIGTERM");
  }

  async #restart(spec: ChildSpec, deaths: number, how: string): Promise<void> {
    if (deaths >= QUICK_DEATHS) {
      await wait(LAST_WORDS_MS);
      this.#fail(
        new Refusal(
          `${spec.name} ended ${deaths} times right after its start (${how}). Its last lines:\n${spec.log.lastLines()}`,
          `All of its log: ${spec.log.file}`,
        ),
      );
      return;
    }
    const pauseMs = this.firstPauseMs * 2 ** (deaths - 1);
    this.say(`${spec.name} ended (${how}); starting it again in ${pauseMs / 1000} s. Its log: ${spec.log.file}`);
    await wait(pauseMs);
    if (this.#stopping) return;
    await this.keep(spec, deaths).catch((error: Error) => this.#fail(error));
  }

  /** Stops the named children together, politely, then by force. Gives when they are gone. */
  async stop(...names: string[]): Promise<void> {
    this.#stopping = true;
    await Promise.all(names.map((name) => this.#stopOne(name)));
  }

  async #stopOne(name: string): Promise<void> {
    const running = this.#running.get(name);
    if (!running) return;
    running.child.kill("SIGTERM");
    const killed = setTimeout(() => running.child.kill("SIGKILL"), running.spec.stopMs);
    await running.ended;
    clearTimeout(killed);
  }
}
