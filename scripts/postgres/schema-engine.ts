import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindSqlAdapterFactory, type SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";

const require = createRequire(import.meta.url);

type Bindings = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let engineClass: Promise<typeof SchemaEngine> | undefined;
/** Once a process: the bindings keep one instance in a variable of their module. */
const load = () => (engineClass ??= instantiate());

/** Prisma's schema engine from npm, as WebAssembly: the native one is a download that many networks refuse. */
async function instantiate(): Promise<typeof SchemaEngine> {
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Bindings;
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  return bindings.SchemaEngine;
}

/** The SQL that leads from one schema to another; empty when they are the same. Needs no database. */
export async function schemaDiff(from: SchemaContainer[], to: SchemaContainer[]): Promise<string> {
  const Engine = await load();
  const datamodels = to.map(({ path, content }): [string, string] => [path, content]);
  const engine = await Engine.new({ datamodels }, () => undefined, bindSqlAdapterFactory(NO_DATABASE));
  const { stdout } = await engine.diff({
    from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (stdout === null || stdout.includes("This is an empty migration")) return "";
  // The schema "public" is always there, and its line would ask for a right that an outside owner may not have.
  return stdout.replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', "");
}

/** The engine wants a connection even to compare two texts: this one goes nowhere. */
const NO_DATABASE: SqlDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => ({
    provider: "postgres",
    adapterName: "none",
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    startTransaction: () => Promise.reject(new Error("There is no database here.")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
    dispose: async () => undefined,
  }),
};
