import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";

const MAX_BYTES = 5_000_000;
const KEPT_LINES = 40;

/** The log file of one child in `folder`: at 5 MB it becomes NAME.log.1 and a new one begins. Its tail stays at hand. */
export class ChildLog {
  readonly file: string;
  #size: number;
  #tail: string[] = [];

  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = join(folder, `${name}.log`);
    this.#size = existsSync(this.file) ? statSync(this.file).size : 0;
  }

  /** Takes everything that the streams carry. */
  follow(...streams: (Readable | null)[]): void {
    for (const stream of streams) {
      stream?.setEncoding("utf8");
      stream?.on("data", (text: string) => this.write(text));
      stream?.on("error", () => undefined);
    }
  }

  write(text: string): void {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    this.#tail = [...this.#tail, ...lines].slice(-KEPT_LINES);
    try {
      if (this.#size > MAX_BYTES) this.#rotate();
      appendFileSync(this.file, text, { mode: 0o600 });
      this.#size += Buffer.byteLength(text);
    } catch {
      // A full disk must not end the supervisor over a log line; the tail in memory still tells.
    }
  }

  lastLines(count = 15): string {
    return this.#tail
      .slice(-count)
      .map((line) => `  ${line}`)
      .join("\n");
  }

  #rotate(): void {
    rmSync(`${this.file}.1`, { force: true });
    renameSync(this.file, `${this.file}.1`);
    this.#size = 0;
  }
}
