import { randomInt } from "node:crypto";
import { freePort } from "../process/free-port";

/** Below the numbers that systems give to outgoing connections: 32768 and more on Linux, 49152 and more elsewhere. */
const LOWEST = 20_000;
const END = 32_000;

/**
 * A free port that is free again after a kill: while the server is away, no outgoing connection gets this number, not
 * even that of a client which tries to reach the server.
 */
export async function restartablePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = await freePort("127.0.0.1", randomInt(LOWEST, END)).catch(() => undefined);
    if (port !== undefined) return port;
  }
  throw new Error(`No port between ${LOWEST} and ${END} is free`);
}
