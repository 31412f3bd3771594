import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { note } from "../../events/ground";
import type { Run } from "../scenarios";

const DOWN_MS = 60_000;

/** Something over HTTP that handlers need, and that may be down. */
async function dependency() {
  let isUp = true;
  const server = createServer((_, answer) => answer.writeHead(isUp ? 204 : 503).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(up: boolean) {
      isUp = up;
    },
    stop: () => server.close().closeAllConnections(),
  };
}

export const deliveryFaults: Record<number, Run> = {
  async 13(stage) {
    const task = { shuffleSeed: stage.seed };
    await Promise.all([stage.writer({ keys: stage.keys(6), writes: 100 }), stage.worker({ task })]);
    await stage.over();
  },

  async 15(stage) {
    const keys = stage.keys(100);
    await stage.worker();
    for (const [index, key] of keys.entries()) {
      const version = await note(key, { amount: 1, poison: index === 42 });
      stage.acks.push({ key, version });
    }
    await stage.writer({ keys, writes: 100 });
    await stage.over();
  },

  async 16(stage) {
    const needed = await dependency();
    stage.after(needed.stop);
    await stage.worker({ task: { dependency: needed.url } });
    const load = await stage.load();
    await stage.goesOn();
    needed.set(false);
    await wait(DOWN_MS);
    needed.set(true);
    await stage.over();
    await load.stop();
  },

  /** One writer is of yesterday's build and one of today's; who consumes knows both. */
  async 22(stage) {
    const keys = stage.keys(6);
    await Promise.all([stage.worker(), stage.worker()]);
    await Promise.all(
      ([1, 2] as const).map((version) => stage.writer({ keys, writes: 100, version, seed: stage.seed + version })),
    );
    await stage.over();
  },
};
