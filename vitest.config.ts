import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Random, so that no test can lean on what they are. */
const secrets = {
  AUTH_SECRET: randomBytes(48).toString("base64url"),
  ENCRYPTION_KEY: randomBytes(48).toString("base64url"),
};
/** A Redis of the developer's shell is none of the tests' business: those that need one start it. */
const ownCache = { REDIS_URL: "", UPSTASH_REDIS_REST_URL: "", UPSTASH_REDIS_REST_TOKEN: "" };
/** A unit test that reaches for a database or the network fails at once. */
const alone = {
  ...secrets,
  ...ownCache,
  LOG_LEVEL: "silent",
  NETWORK: "off",
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
};
const database = {
  server: { deps: { inline: ["next-intl", "next-auth"] } },
  globalSetup: "lib/testing/postgres-setup.ts",
  env: { ...secrets, ...ownCache },
  testTimeout: 30_000,
  // Some make a database, or a catalogue, beside others that do.
  hookTimeout: 60_000,
};
const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  resolve: { alias },
  test: {
    // Many tests wait: for Postgres, for a thread that works out a password, for a clock. A share above 100 % counts as 100 %.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        resolve: { alias },
        test: {
          // What one file has loaded serves the next, which halves the time: a test takes back what it sets.
          name: "unit",
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          // Four at a time on two cores: a property of many examples takes a while.
          testTimeout: 60_000,
          // next-intl imports "next/server" without its ending, which plain Node doesn't resolve.
          server: { deps: { inline: ["next-intl", "next-auth"] } },
          include: ["{lib,components,app,workers,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,kafka,process,faults}.test.ts"],
          env: alone,
        },
      },
      {
        resolve: { alias },
        test: {
          // One database, and what one file has loaded serves the next.
          ...database,
          name: "database",
          isolate: false,
          setupFiles: "lib/testing/shared-process.ts",
          include: ["{lib,workers,scripts}/**/*.db.test.ts"],
          exclude: ["**/*.alone.db.test.ts"],
        },
      },
      {
        // Files with a database or an environment of their own, so with a process of their own.
        resolve: { alias },
        test: { ...database, name: "database-alone", include: ["{lib,workers,scripts}/**/*.alone.db.test.ts"] },
      },
      {
        // A real broker for all, and in some files a Kafka Connect or a broker to kill: one file at a time.
        resolve: { alias },
        test: {
          name: "kafka",
          include: ["{lib,workers,scripts}/**/*.kafka.test.ts"],
          globalSetup: "lib/testing/kafka/setup.ts",
          env: secrets,
          fileParallelism: false,
          testTimeout: 60_000,
          // Connect starts in 4 s, or in a minute where others want the processor too.
          hookTimeout: 180_000,
          // kafkajs sets a timer of -1 ms, which Node mentions once a process.
          execArgv: ["--disable-warning=TimeoutNegativeWarning"],
        },
      },
      {
        // All faults, by `npm run test:faults` alone: each file with a Postgres, a broker and a Connect of its own to kill.
        resolve: { alias },
        test: {
          name: "faults",
          include: ["lib/testing/faults/*.faults.test.ts"],
          env: { ...secrets, ...ownCache, NETWORK: "off" },
          fileParallelism: false,
          maxConcurrency: 3,
          hookTimeout: 300_000,
          execArgv: ["--disable-warning=TimeoutNegativeWarning"],
        },
      },
      {
        // `npm start` itself, killed and started again: one at a time, each with a server and a database of its own.
        resolve: { alias },
        test: {
          name: "process",
          include: ["{scripts,e2e}/**/*.process.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
