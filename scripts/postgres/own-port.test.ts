import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../process/free-port";
import { ownPort } from "./own-port";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hashinsight-port-"));
  mkdirSync(join(dataDir, "postgres"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const startedAt = (port: number) =>
  writeFileSync(
    join(dataDir, "postgres", "postmaster.opts"),
    `/bin/postgres "-D" "${dataDir}/postgres" "-c" "port=${port}" "-c" "max_connections=100"\n`,
  );

it("is that of the last start", async () => {
  const last = await freePort();
  startedAt(last);
  expect(await ownPort(dataDir)).toBe(last);
});

it("is another one when that is taken, and any at the first start", async () => {
  const other = createServer();
  const taken = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  expect(await ownPort(dataDir)).toBeGreaterThan(0);
  startedAt(taken);
  expect(await ownPort(dataDir)).not.toBe(taken);
  other.close();
});
