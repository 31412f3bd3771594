import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "./refusal";

/** A TCP port that nobody listens on right now: any, or `wanted`; rejects when that one is taken. */
export async function freePort(host = "127.0.0.1", wanted = 0): Promise<number> {
  return bind(wanted, host);
}

/** A web server that was just killed lets go of its port within this. */
const PATIENCE_MS = 4_000;

/** Throws a Refusal when `host:port` can't be listened on; `otherwise` is the command for another port. */
export async function requirePort(port: number, host: string, otherwise = `PORT=${port + 1} npm start`): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await bind(port, host);
      return;
    } catch (cause) {
      const { code = "" } = cause as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && performance.now() < end) await wait(200);
      else
        throw new Refusal(`HashInsight can't listen on ${host}:${port} (${code}).`, advice(code, otherwise), { cause });
    }
  }
}

function advice(code: string, otherwise: string): string {
  if (code === "EADDRINUSE") return `The port is taken. Stop what uses it, or take another: ${otherwise}`;
  if (code === "EACCES") return "Ports below 1024 need special rights. Take another: PORT=3000 npm start";
  return "HOST must be an address of this machine: 127.0.0.1 for this machine only, 0.0.0.0 for all its networks.";
}

function bind(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
