import { setTimeout as wait } from "node:timers/promises";
import { systemCtx } from "@/lib/transport/ctx";
import { noteIn, until } from "../../events/ground";
import { query } from "../../sql";
import type { Run } from "../scenarios";
import { terminate } from "../stage";
import { type TcpProxy, tcpProxy } from "../tcp-proxy";

/** CommandComplete of a commit, as Postgres sends it. */
const COMMITTED = Buffer.from("COMMIT\0");
const COMMIT_COMMAND = Buffer.concat([Buffer.from("C"), Buffer.from([0, 0, 0, 11]), COMMITTED]);

const databaseUrl = () => process.env.DATABASE_URL ?? "";

function databaseProxy(): Promise<TcpProxy> {
  const { hostname, port } = new URL(databaseUrl());
  return tcpProxy({ host: hostname, port: Number(port || 5432) });
}

export const databaseFaults: Record<number, Run> = {
  async 6(stage) {
    const [open = "", ...keys] = stage.keys(9);
    await stage.worker();
    const held = systemCtx("test").begin("test.note");
    await noteIn(held, open, { amount: 3 });
    const until10s = wait(10_000);
    for (let round = 0; round < 3; round++) {
      const units = keys.map(() => systemCtx("test").begin("test.note"));
      const told: number[] = [];
      for (const [index, unit] of units.entries()) told.push(await noteIn(unit, keys[index] ?? "", { amount: 1 }));
      for (const index of [...keys.keys()].reverse()) {
        await units[index]?.commit();
        stage.acks.push({ key: keys[index] ?? "", version: told[index] ?? 0 });
      }
    }
    const [group = ""] = stage.groups;
    const seen = () => query("select 1 from test_effects where consumer_group = $1 and key <> $2", [group, open]);
    await until(seen, (rows) => rows.length === 24);
    await until10s;
    await held.commit();
    stage.acks.push({ key: open, version: 1 });
    await stage.over();
  },

  async 7(stage) {
    const postgres = stage.part("postgres");
    await stage.worker();
    const load = await stage.load();
    for (let round = 0; round < 2; round++) {
      await stage.goesOn();
      await postgres.kill();
      await wait(1_000);
      await postgres.start();
    }
    await stage.over();
    await load.stop();
  },

  async 8(stage) {
    await stage.worker();
    const load = await stage.load();
    for (let round = 0; round < 5; round++) {
      await stage.goesOn();
      await terminate(round % 2 === 0 ? "all" : "locks");
    }
    await stage.over();
    await load.stop();
  },

  async 9(stage) {
    const proxy = await databaseProxy();
    stage.after(() => proxy.stop());
    await stage.worker({ databaseUrl: proxy.through(databaseUrl()) });
    const load = await stage.load();
    await stage.goesOn();
    proxy.silence();
    await wait(20_000);
    proxy.speak();
    await stage.over();
    await load.stop();
  },

  async 10(stage) {
    const keys = stage.keys(5);
    const proxy = await databaseProxy();
    stage.after(() => proxy.stop());
    const through = proxy.through(databaseUrl());
    await stage.worker({ databaseUrl: through });
    const writing = stage.writer({ keys, writes: 60 }, { databaseUrl: through });
    for (let n = 0; n < 6; n++) await proxy.resetWithin(COMMIT_COMMAND);
    await writing;
    await stage.over();
  },
};
