import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./lock.mjs";
import { run } from "./run.mjs";
import { ROOT, say, stamp, Unprepared } from "./say.mjs";

const schema = join(ROOT, "prisma", "schema");
const done = join(ROOT, "prisma", "generated", ".schema-sha256");

/** The database client that Prisma writes from the schema; written again when the schema or Prisma changes. */
export async function ensureClient(env) {
  if (isCurrent()) return;
  await alone(() => (isCurrent() ? undefined : generate(env)));
}

function wanted() {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "node_modules", "prisma", "package.json")));
  for (const name of readdirSync(schema).sort()) hash.update(name).update(readFileSync(join(schema, name)));
  return hash.digest("hex");
}

const isCurrent = () => existsSync(done) && readFileSync(done, "utf8") === wanted();

function generate(env) {
  say("Generating the database client.");
  const sha = wanted();
  // Any existing file: without it Prisma would download an engine that nothing here uses.
  const offline = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  if (
    !run("node", [join(ROOT, "node_modules", "prisma", "build", "index.js"), "generate", "--no-hints"], {
      ...env,
      ...offline,
    })
  ) {
    throw new Unprepared("Prisma could not generate the database client; its message is above.");
  }
  stamp(done, sha);
}
