import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Env, parseEnv } from "@/lib/platform/env";

const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
const lines = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
/** Read by the commands, not by the product that they start. */
const OF_THE_COMMANDS = ["DATABASE_RUNTIME_URL", "NEXT_DIST_DIR"];

it(".env.example names every variable and no other", () => {
  expect(lines.map(([name]) => name).sort()).toEqual([...Object.keys(Env.shape), ...OF_THE_COMMANDS].sort());
});

it(".env.example states the defaults", () => {
  // What has no default: the database and the secrets, which `npm start` sees to.
  const given = {
    DATABASE_URL: "postgres://user:password@host:5432/name",
    AUTH_SECRET: randomBytes(24).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(24).toString("base64url"),
  };
  expect(parseEnv({ ...Object.fromEntries(lines), ...given })).toEqual(parseEnv(given));
});
