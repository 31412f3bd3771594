import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { packageProgram } from "@/scripts/process/run-command";
import { ROOT } from "@/scripts/process/spawn-node";
import { run } from "./run-program";

/** For every rule of .dependency-cruiser.cjs one import that breaks it, and no other rule: a dead rule is found here. */
const PLANTED: Record<string, { in: string; imports: string }> = {
  "no-cycles": { in: "lib/market/core/chicken.ts", imports: "./egg" },
  "kernel-is-the-bottom": { in: "lib/kernel/sinking.ts", imports: "@/lib/platform/log" },
  "platform-knows-the-kernel-only": { in: "lib/platform/curious.ts", imports: "@/lib/market/index" },
  "pure-stays-pure": { in: "lib/market/core/stored.ts", imports: "../data/rows" },
  "pure-uses-pure-packages": { in: "lib/market/core/reading.ts", imports: "node:fs" },
  "core-knows-its-own-domain-only": { in: "lib/calculator/core/wide.ts", imports: "@/lib/market/schemas" },
  "domains-meet-at-index": { in: "lib/calculator/use-cases/deep.ts", imports: "@/lib/market/use-cases/inner" },
  "domains-do-not-know-their-doors": { in: "lib/market/use-cases/door.ts", imports: "@/lib/transport/serve" },
  "only-data-touches-the-database": { in: "lib/market/use-cases/sql.ts", imports: "@/lib/platform/db" },
  "only-adapters-reach-outside": { in: "lib/market/use-cases/call.ts", imports: "@/lib/platform/http" },
  "kafkajs-has-one-door": { in: "lib/platform/shortcut.ts", imports: "kafkajs" },
  "pg-boss-has-one-door": { in: "lib/platform/queueing.ts", imports: "pg-boss" },
  "next-link-has-one-door": { in: "components/layout/eager.tsx", imports: "next/link" },
  "use-cases-know-no-transport": { in: "lib/market/use-cases/page.ts", imports: "next/headers" },
  "transport-knows-identity-only": { in: "lib/transport/knowing.ts", imports: "@/lib/market/index" },
  "browser-sees-pure-only": { in: "components/market/greedy.tsx", imports: "@/lib/market/index" },
  "schemas-come-late": { in: "components/market/strict.tsx", imports: "@/lib/market/schemas" },
  "app-and-workers-use-the-doors": { in: "app/api/shortcut/route.ts", imports: "@/lib/platform/log" },
  "the-product-knows-no-scripts": { in: "lib/market/use-cases/tool.ts", imports: "@/scripts/tool" },
  "only-tests-use-testing": { in: "lib/market/use-cases/cheat.ts", imports: "@/lib/testing/fake" },
  "no-orphaned-import": { in: "lib/market/use-cases/lost.ts", imports: "./nowhere" },
  ...Object.fromEntries(
    Object.entries({
      admin: "crm",
      identity: "market",
      audit: "market",
      market: "identity",
      machines: "market",
      calculator: "identity",
      analytics: "identity",
      crm: "market",
      hosting: "calculator",
      intelligence: "crm",
      derivatives: "treasury",
      treasury: "crm",
      sla: "market",
      trust: "hosting",
      billing: "market",
      portal: "market",
      work: "market",
    }).map(([domain, stranger]) => [
      `domain-graph-${domain}`,
      { in: `lib/${domain}/use-cases/astray.ts`, imports: `@/lib/${stranger}/index` },
    ]),
  ),
};

/** What the planted imports lead to. */
const TARGETS = [
  "lib/market/core/egg.ts",
  "lib/platform/log.ts",
  "lib/platform/db.ts",
  "lib/platform/http.ts",
  "lib/market/data/rows.ts",
  "lib/market/schemas.ts",
  "lib/market/use-cases/inner.ts",
  "lib/transport/serve.ts",
  "lib/testing/fake.ts",
  "scripts/tool.ts",
  ...["identity", "market", "calculator", "crm", "treasury", "hosting"].map((domain) => `lib/${domain}/index.ts`),
];

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

describe("the rules of who may import whom", () => {
  const tree = mkdtempSync(join(tmpdir(), "hashinsight-planted-"));
  let broken: { from: string; rule: string }[] = [];
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  beforeAll(async () => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    };
    for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
      cpSync(join(ROOT, name), join(tree, name));
    write("node_modules/next/package.json", '{"name":"next","version":"1.0.0"}');
    write("node_modules/next/headers.js", "exports.headers = () => undefined;");
    write("node_modules/next/link.js", "exports.Link = undefined;");
    for (const name of ["kafkajs", "pg-boss"]) {
      write(`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0"}`);
      write(`node_modules/${name}/index.js`, "exports.there = undefined;");
    }
    for (const path of TARGETS) write(path, "export const there = 1;\n");
    write("lib/market/core/egg.ts", 'import { here } from "./chicken";\nexport const there = here;\n');
    for (const { in: path, imports } of Object.values(PLANTED)) {
      write(path, `import * as there from "${imports}";\nexport const here = there;\n`);
    }
    const output = await run(
      [
        packageProgram("dependency-cruiser/bin/dependency-cruiser.mjs"),
        "--config",
        "-T",
        "json",
        "lib",
        "app",
        "components",
      ],
      tree,
    );
    broken = Report.parse(JSON.parse(output)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  }, 30_000);

  it.each(Object.entries(PLANTED))("%s", (rule, { in: path }) => {
    expect([...new Set(broken.filter(({ from }) => from === path).map((found) => found.rule))]).toEqual([rule]);
  });

  it("have one planted violation each", () => {
    const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
