import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contracts } from "@/app/contracts";
import { contract } from "@/lib/kernel/contract";
import { NoInput, query } from "@/lib/kernel/use-case";
import { serve } from "@/lib/transport/serve";
import { ROOT } from "@/scripts/process/spawn-node";
import { sourceFiles } from "@/scripts/verify/source-files";
import { shapesOf } from "./shape";
import { allUseCases } from "./use-cases";

/** What no answer carries: secrets, their hashes, and what only the database needs. */
const SECRET =
  /password|passwd|secret|hash$|_box$|private_?key|^sid$|token$|tokens$|^key$|recovery_codes|codes$|^nonce$|cookie|payload|public_?key$/i;

/** Answers that show a secret to whoever it is for, once. */
const TOKENS = ["access_token", "refresh_token"];
const SHOWN: Record<string, string[]> = {
  "POST /api/keys": ["key"],
  "POST /api/keys/{id}/rotate": ["key"],
  "POST /api/auth/totp/begin": ["secret"],
  "POST /api/auth/totp/confirm": ["recovery_codes"],
  "POST /api/auth/recovery-codes": ["recovery_codes"],
  "POST /api/auth/passkeys": ["recovery_codes"],
  "POST /api/auth/passkey/verify": TOKENS,
  "POST /api/auth/wallet/nonce": ["nonce"],
  "POST /api/auth/wallet/verify": TOKENS,
  "POST /api/auth/login": TOKENS,
  "POST /api/auth/mfa": TOKENS,
  "POST /api/auth/refresh": TOKENS,
  "POST /api/invitations/join": TOKENS,
  // What the chain of the audit log is checked with, by anybody: no secret.
  "GET /api/audit": ["items[].hash"],
  "GET /api/audit/{id}": ["hash", "prev_hash"],
  "GET /api/audit/verify": ["last_checkpoint.hash", "public_key"],
};

/** Places where names or values are not ours to know. */
const ENTRY = "an entry of the audit log is what the command said; commands name their fields, never a secret";
const FOR_THE_BROWSER = "the standard's own words, handed on to the browser";
const JOBS = "what a job says it came to: numbers and words of its own";
const PUBLISHED = "what was published, for the platform's administrators who replay it";
const OPEN: Record<string, string> = {
  "GET /api/miners/import/{id} reading.models": "which machine somebody chose for each name of their list",
  "GET /batch/api/upload/{id} reading.models": "the same",
  "GET /api/audit/{id} before": ENTRY,
  "GET /api/audit/{id} after": ENTRY,
  "GET /api/audit/{id} changes[].before": ENTRY,
  "GET /api/audit/{id} changes[].after": ENTRY,
  "POST /api/analytics/curtailment-simulation schedule[].active": "numbers by the ids that the caller gave or keeps",
  "POST /api/auth/passkeys/options options": FOR_THE_BROWSER,
  "POST /api/auth/passkey/options options": FOR_THE_BROWSER,
  "GET /api/system/dlq/{event_id} event": PUBLISHED,
  "GET /api/system/dlq/{event_id} event[]": PUBLISHED,
  "GET /api/system/status jobs[].summary": JOBS,
  "GET /api/system/status jobs[].summary[]": JOBS,
  "GET /api/system/jobs jobs[].summary": JOBS,
  "GET /api/system/jobs jobs[].summary[]": JOBS,
  "GET /api/system/jobs jobs[].runs[].summary": JOBS,
  "GET /api/system/jobs jobs[].runs[].summary[]": JOBS,
  "POST /api/system/jobs/{name}/run summary": JOBS,
  "POST /api/system/jobs/{name}/run summary[]": JOBS,
};

const answers = contracts.map(({ method, path, output }) => [`${method} ${path}`, output] as const);

const fieldsOf = (schema: z.ZodType) =>
  shapesOf(schema).shapes.flatMap(({ path, fields }) => fields.map((field) => [path, field].filter(Boolean).join(".")));
const lastOf = (place: string) => place.split(".").at(-1) ?? "";

describe("S5 response over-exposure › REST", () => {
  it.each(answers)("%s says which fields it has, and none of them is a secret", (line, output) => {
    const { shapes, gaps } = shapesOf(output);
    const kept = shapes.filter(({ others }) => others === "kept").map(({ path }) => `${line} ${path}`.trim());
    const open = [...kept, ...gaps.map(({ path }) => `${line} ${path}`.trim())];
    expect(open.filter((place) => !(place in OPEN))).toEqual([]);
    const secrets = fieldsOf(output).filter((place) => SECRET.test(lastOf(place)));
    expect(secrets.sort()).toEqual((SHOWN[line] ?? []).toSorted());
  });

  it("has no exception that nothing needs", () => {
    const there = answers.flatMap(([line, output]) => {
      const { shapes, gaps } = shapesOf(output);
      const open = [...gaps, ...shapes.filter(({ others }) => others === "kept")];
      return [line, ...open.map(({ path }) => `${line} ${path}`.trim())];
    });
    expect([...Object.keys(SHOWN), ...Object.keys(OPEN)].filter((place) => !there.includes(place))).toEqual([]);
  });
});

/** What a page or a form gets from a use case; `act` keeps a session's own secrets to the cookie. */
const SESSION = ["sid", "device_cookie", "access_token", "refresh_token"];
const SHOWN_BY: Record<string, string[]> = {
  "audit.entry.get": ["hash", "prev_hash"],
  "audit.entry.list": ["items[].hash"],
  "audit.verify": ["last_checkpoint.hash", "public_key"],
  "identity.key.create": ["key"],
  "identity.key.rotate": ["key"],
  "identity.passkeys.add": ["recovery_codes"],
  "identity.recovery-codes.regenerate": ["recovery_codes"],
  "identity.totp.begin": ["secret"],
  "identity.totp.confirm": ["recovery_codes"],
  "identity.wallet.message": ["nonce"],
};
/** No form's: programs alone refresh, by REST. */
const NO_ACTION = ["identity.refresh"];
const useCases = (await allUseCases()).filter(({ permission }) => permission !== "system");

describe("S5 response over-exposure › use cases, for pages and forms", () => {
  it.each(useCases.map(({ name, output }) => [name, output] as const))("%s", (name, output) => {
    const secrets = fieldsOf(output).filter((place) => SECRET.test(lastOf(place)) && !SESSION.includes(place));
    expect(secrets.sort()).toEqual((SHOWN_BY[name] ?? []).toSorted());
    // By these two `act` knows an answer that opens a session, and takes its secrets out; a device's cookie by itself.
    const fields = fieldsOf(output);
    const ofSession = fields.filter((field) => SESSION.includes(field) && field !== "device_cookie");
    if (!NO_ACTION.includes(name) && ofSession.length > 0)
      expect(fields).toEqual(expect.arrayContaining(["sid", "session_expires_at"]));
  });
});

it("S5 response over-exposure › no form reaches what only programs do", () => {
  const actions = sourceFiles("app", /\.ts$/).filter((file) =>
    /^"use server"/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((file) => /use-cases\/refresh"/.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});

describe("S5 response over-exposure › the REST door", () => {
  const Answer = z.object({
    id: z.string(),
    owner: z.object({ name: z.string() }),
    rows: z.array(z.object({ n: z.int() })),
  });
  const row = {
    id: "1",
    password_hash: "x",
    owner: { name: "A", email: "a@mine.example" },
    rows: [{ n: 1, tenant_id: "x" }],
  };
  const details = { summary: "Give", permission: "public", input: NoInput } as const;

  it("drops what the use case gives beyond its own output", async () => {
    const give = query({ name: "test.give", ...details, output: Answer, run: () => row });
    const response = await serve(
      contract("GET /give", { ...details, output: Answer }),
      give,
    )(new Request("http://test/give"));
    expect(await response.json()).toEqual({ id: "1", owner: { name: "A" }, rows: [{ n: 1 }] });
  });

  it("drops what the use case gives beyond the contract", async () => {
    const Wide = Answer.extend({ password_hash: z.string() });
    const give = query({ name: "test.give", ...details, output: Wide, run: () => row });
    const response = await serve(
      contract("GET /give", { ...details, output: Answer }),
      give,
    )(new Request("http://test/give"));
    expect(JSON.stringify(await response.json())).not.toMatch(/hash|tenant|email/);
  });

  it("answers nothing rather than something else than the contract says", async () => {
    const give = query({
      name: "test.give",
      ...details,
      output: z.object({ id: z.int(), secret: z.string() }),
      run: () => ({ id: 1, secret: "hunter2" }),
    });
    const response = await serve(
      contract("GET /give", { ...details, output: Answer }),
      give,
    )(new Request("http://test/give"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/hunter2|expected|invalid/i);
  });
});
