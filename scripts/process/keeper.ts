// Runs one server for the process that started this one, and stops it when that process ends, however it ends: the
// channel between them closes even at SIGKILL. Alone in its file and free of imports from the project, because plain
// Node runs it. It has a session of its own, so Ctrl-C in a terminal reaches only the parent.
import { spawn } from "node:child_process";
import process from "node:process";

/** After this long the polite stop becomes the forced one; both are safe for the data. */
const POLITE_MS = 4_000;

const [, , kept] = process.argv;
const { command, args, uid, gid, polite, forced } = JSON.parse(kept ?? "{}") as {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
  polite: NodeJS.Signals;
  forced: NodeJS.Signals;
};

const server = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  ...(uid === undefined ? {} : { uid }),
  ...(gid === undefined ? {} : { gid }),
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.kill(polite);
  setTimeout(() => server.kill(forced), POLITE_MS).unref();
}

process.on("disconnect", stop);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
// The parent's pipes may be gone; a message that nobody reads must not end the keeper before its server.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
server.on("spawn", () => process.send?.({ pid: server.pid }, undefined, {}, () => undefined));
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
