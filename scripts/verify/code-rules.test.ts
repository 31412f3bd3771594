import { describe, expect, it } from "vitest";
import { EXEMPT, faultsOf, nextAuthFaults } from "./code-rules";
import { parse } from "./source-rule";
import { SOURCE_RULES } from "./source-rules";

const faults = (file: string, text: string) => faultsOf([parse(file, text)], []);

/** By rule: a file, and code that breaks it there and breaks no other. */
const PLANTED: Record<string, [file: string, code: string][]> = {
  "asks the database in words that Prisma doesn't escape": [
    ["lib/market/data/a.ts", `await db.$queryRawUnsafe("select 1");`],
    ["lib/market/use-cases/a.ts", `const ask = db["$executeRawUnsafe"];`],
  ],
  "builds SQL from pieces": [
    ["lib/market/data/a.ts", `await pool.query(\`select * from a where b = '\${name}'\`);`],
    ["lib/market/data/a.ts", `await pool.query("select * from " + table);`],
    ["lib/market/data/a.ts", `await pool().query({ text: \`select \${column}\`, values: [] });`],
    ["lib/market/data/a.ts", "await client.query(statement);"],
    ["lib/platform/a.ts", "await client.query(statement);"],
    ["lib/platform/database/a.ts", `const statement = { text: \`select \${column}\`, values: [] };`],
    ["lib/market/data/a.ts", "await db.$queryRaw(Prisma.join([statement]));"],
    ["lib/platform/a.ts", "const part = Prisma.raw(name);"],
  ],
  "makes code out of text": [
    ["lib/market/core/a.ts", `eval("1");`],
    ["components/a.tsx", `const make = new Function("a", "return a");`],
    ["scripts/a.ts", `setTimeout("go()", 1);`],
    ["lib/market/core/a.ts", `import { runInNewContext } from "node:vm";`],
  ],
  "doesn't check who it talks to": [
    ["lib/platform/a.ts", "connect({ tls: { rejectUnauthorized: false } });"],
    ["lib/platform/a.ts", "connect({ rejectUnauthorized: strict });"],
    ["scripts/a.ts", `process.env.${["NODE_TLS", "REJECT_UNAUTHORIZED"].join("_")} = "0";`],
  ],
  "takes a guessable number where a secret may come of it": [
    ["lib/identity/core/a.ts", "const code = Math.random().toString(36);"],
    ["lib/platform/secrets.ts", "const key = Math.floor(Math.random() * 10);"],
    ["lib/transport/a.ts", "const id = Math.random();"],
  ],
  "puts text into the page as HTML": [
    ["components/a.tsx", "export const A = ({ html }) => <p dangerouslySetInnerHTML={{ __html: html }} />;"],
    ["components/a.tsx", "createElement('p', { dangerouslySetInnerHTML: { __html: html } });"],
    ["app/a.ts", "element.innerHTML = text;"],
    ["app/a.ts", "element.insertAdjacentHTML('beforeend', text);"],
    ["app/a.ts", "document.write(text);"],
  ],
  "takes the database outside of a unit of work": [
    ["lib/transport/a.ts", `import { pool } from "@/lib/platform/db";`],
    ["lib/market/use-cases/a.ts", `import { prisma } from "@/lib/platform/db";`],
    ["app/api/a/route.ts", `import { Client } from "pg";`],
    ["workers/a.ts", `import { PrismaClient } from "@/prisma/generated/client";`],
  ],
  "lets somebody in because a session is there": [
    ["app/a.tsx", "if (session) show();"],
    ["lib/transport/a.ts", "if (ctx.session) show();"],
    ["app/a.tsx", "if (session?.user) show();"],
    ["components/a.tsx", "const A = () => <p>{session && <Secret />}</p>;"],
    ["components/a.tsx", "const A = () => (session ? <Secret /> : null);"],
  ],
  "hashes with what is broken": [
    ["lib/market/core/a.ts", `createHash("md5").update(text);`],
    ["lib/platform/a.ts", `crypto.subtle.digest("SHA-1", bytes);`],
    ["lib/platform/a.ts", `createHmac("sha1", key);`],
    ["lib/platform/a.ts", `createCipheriv("aes-256-cbc", key, iv);`],
  ],
  "starts other programs": [
    ["lib/market/adapters/a.ts", `import { exec } from "node:child_process";`],
    ["app/api/a/route.ts", `const { spawn } = await import("child_process");`],
  ],
  "lets a page call what doesn't go through act": [
    ["app/a/actions.ts", `"use server";\nexport async function save(form) { return store(form); }`],
    ["app/a/actions.ts", `"use server";\nexport const save = async (form) => store(form);`],
    ["app/a/actions.ts", `"use server";\nexport default async function save(form) {}`],
    ["app/a/actions.ts", `"use server";\nexport { save } from "./elsewhere";`],
    [
      "app/a/actions.ts",
      `"use server";\nimport { save as it } from "@/lib/market/use-cases/save";\nimport { act } from "@/lib/transport/act";
       const saving = act(it);\nexport async function save(form) { await it.execute(form); return saving(form); }`,
    ],
    [
      "app/a/page.tsx",
      `export default function Page() { async function save() { "use server"; store(); } return save; }`,
    ],
  ],
};

describe("guards of the code › find what", () => {
  const cases = Object.entries(PLANTED).flatMap(([rule, planted]) =>
    planted.map(([file, code]) => [rule, code, file] as const),
  );
  it.each(cases)("%s: %s", (rule, code, file) => {
    expect(faults(file, code)).toEqual([
      expect.stringMatching(
        new RegExp(`^${file.replaceAll(/[.[\]()]/g, "\\$&")}:\\d+ ${rule.replaceAll("$", "\\$")}$`),
      ),
    ]);
  });

  it("have planted code each", () => {
    expect(Object.keys(PLANTED).sort()).toEqual(SOURCE_RULES.map(({ name }) => name).sort());
  });

  it.each([
    ["lib/market/data/a.ts", `await db.$queryRaw\`select \${id}\`;`],
    ["lib/market/data/a.ts", `await pool().query<Row>({ name: "a", text: "select $1", values: [id] });`],
    ["lib/market/data/a.ts", "await pool().query(`select 1\nfrom a`, [id]);"],
    ["lib/market/core/a.ts", "const rows = table.filter(query).map(query);"],
    ["lib/platform/a.ts", "connect({ rejectUnauthorized: true });"],
    ["lib/market/core/a.ts", "const sample = Math.random();"],
    ["lib/market/data/a.ts", `import { pool } from "@/lib/platform/db";`],
    ["lib/transport/a.ts", `import { tx } from "@/lib/platform/db";`],
    ["lib/market/core/a.ts", `import type { Prisma } from "@/prisma/generated/client";`],
    ["lib/identity/use-cases/a.ts", "if (!ctx.session) throw new AppError('unauthenticated');"],
    ["lib/identity/use-cases/a.ts", "const user = ctx.session ? await findUser(ctx.session.userId) : undefined;"],
    ["lib/market/core/a.ts", `createHash("sha256").update("md5");`],
    [
      "app/a/actions.ts",
      `"use server";\nimport { save as it } from "@/lib/market/use-cases/save";\nimport { act } from "@/lib/transport/act";
       const saving = act(it);\nexport const other = act(it, { closes: true });\nexport type Form = { it: 1 };
       export async function save(form: { it: 1 }) { return answer(await saving({ it: form.it })); }`,
    ],
  ])("let pass in %s: %s", (file, code) => {
    expect(faults(file, code)).toEqual([]);
  });

  it("name an exemption that nothing needs", () => {
    const [one] = EXEMPT;
    expect(faultsOf([parse("lib/transport/bench.ts", "export const a = 1;")], one ? [one] : [])).toEqual([
      expect.stringContaining("needs no exemption"),
    ]);
  });

  it("count the files that know next-auth, however they import it", () => {
    const users = [`import a from "next-auth";`, `export { b } from "next-auth/jwt";`, `await import("@auth/core");`];
    const sources = users.map((code, index) => parse(`lib/identity/adapters/${index}.ts`, code));
    expect(nextAuthFaults(sources)).toEqual([expect.stringContaining("imported in 3 files")]);
    expect(nextAuthFaults(sources.slice(1))).toEqual([]);
  });
});
