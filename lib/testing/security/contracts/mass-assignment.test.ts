import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contracts } from "@/app/contracts";
import { shapesOf } from "./shape";
import { allUseCases } from "./use-cases";

/** What nobody sets about themselves or others, with a value that would pay. */
const FORBIDDEN: Record<string, unknown> = {
  id: "00000000-0000-4000-8000-000000000001",
  tenant_id: "00000000-0000-4000-8000-000000000002",
  user_id: "00000000-0000-4000-8000-000000000003",
  role: "owner",
  is_admin: true,
  platform_admin: true,
  has_access: true,
  email_verified_at: "2026-01-01T00:00:00Z",
  created_at: "2026-01-01T00:00:00Z",
  version: 7,
};

/** Fields of these names that are the very thing a write is about: by whom, its permission and its use case judge. */
const ITS_OWN: Record<string, string[]> = {
  "POST /api/auth/switch": ["tenant_id"],
  "POST /api/platform/support-access": ["tenant_id"],
  "POST /api/invitations": ["role"],
  "POST /admin/user_access/add": ["role"],
  "PUT /admin/user_access/edit/{id}": ["role", "has_access"],
};

const inputs = contracts.map((contract) => ({ ...contract, line: `${contract.method} ${contract.path}` }));
const writes = inputs.filter(({ method }) => method !== "GET");
const commands = (await allUseCases()).filter(({ kind, permission }) => kind === "command" && permission !== "system");

/** Names that a schema refuses as unknown, wherever in its alternatives. */
function refused(schema: z.ZodType, raw: unknown): string[] {
  const parsed = schema.safeParse(raw);
  const names: string[] = [];
  const read = (issues: readonly z.core.$ZodIssue[]): void => {
    for (const issue of issues) {
      if (issue.code === "unrecognized_keys") names.push(...issue.keys);
      if (issue.code === "invalid_union") for (const inner of issue.errors) read(inner);
    }
  };
  if (!parsed.success) read(parsed.error.issues);
  return names;
}

const fieldsOf = (schema: z.ZodType) => shapesOf(schema).shapes.find(({ path }) => path === "")?.fields ?? [];
const inPath = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

describe("S4 mass assignment › REST", () => {
  const cases = writes.flatMap(({ line, input, path, versioned }) => {
    const own = [...inPath(path), ...(versioned ? ["version"] : []), ...(ITS_OWN[line] ?? [])];
    return Object.keys(FORBIDDEN)
      .filter((field) => !own.includes(field))
      .map((field) => [line, field, input] as const);
  });

  it.each(cases)("%s refuses %s", (_, field, input) => {
    expect(refused(input, { [field]: FORBIDDEN[field] })).toContain(field);
  });
});

describe("S4 mass assignment › use cases, whichever door they are reached by", () => {
  const cases = commands.flatMap(({ name, input }) =>
    Object.keys(FORBIDDEN)
      .filter((field) => !fieldsOf(input).includes(field))
      .map((field) => [name, field, input] as const),
  );

  it.each(cases)("%s refuses %s", (_, field, input) => {
    expect(refused(input, { [field]: FORBIDDEN[field] })).toContain(field);
  });

  it("take such a field only where a contract says so", () => {
    const said = new Map<z.ZodType, string[]>();
    for (const { input, line, path, versioned } of writes)
      said.set(input, [...inPath(path), ...(versioned ? ["version"] : []), ...(ITS_OWN[line] ?? [])]);
    const taken = commands.flatMap(({ name, input }) =>
      fieldsOf(input).flatMap((field) =>
        field in FORBIDDEN && !said.get(input)?.includes(field) ? [`${name} takes ${field}`] : [],
      ),
    );
    expect(taken).toEqual([]);
  });
});

/** Objects that a browser's or a probe's own words come in: the names in them are not ours, and none is stored. */
const BROWSERS = "a credential as the browser gives it; its library reads it, and what it doesn't know is dropped";
const PROBES = "a probe may carry whatever its balancer adds";
const NOT_OURS: Record<string, string> = {
  "POST /api/auth/passkeys passkey": BROWSERS,
  "POST /api/auth/passkeys passkey.response": BROWSERS,
  "POST /api/auth/passkey/verify passkey": BROWSERS,
  "POST /api/auth/passkey/verify passkey.response": BROWSERS,
  "POST /api/auth/mfa passkey": BROWSERS,
  "POST /api/auth/step-up passkey": BROWSERS,
  "GET /api/health": PROBES,
  "GET /health": PROBES,
  "GET /ready": PROBES,
  "GET /alive": PROBES,
};

describe("S4 mass assignment › every object of an input", () => {
  it.each(inputs.map(({ line, input }) => [line, input] as const))(
    "%s refuses unknown names at every depth",
    (line, input) => {
      const open = shapesOf(input)
        .shapes.filter(({ others }) => others !== "refused")
        .map(({ path }) => `${line} ${path}`.trim());
      expect(open.filter((place) => !(place in NOT_OURS))).toEqual([]);
    },
  );

  it("has no exception that nothing needs", () => {
    const open = inputs.flatMap(({ line, input }) =>
      shapesOf(input)
        .shapes.filter(({ others }) => others !== "refused")
        .map(({ path }) => `${line} ${path}`.trim()),
    );
    expect(Object.keys(NOT_OURS).filter((place) => !open.includes(place))).toEqual([]);
    const unused = Object.entries(ITS_OWN).flatMap(([line, fields]) => {
      const taken = fieldsOf(writes.find((write) => write.line === line)?.input ?? z.strictObject({}));
      return fields.filter((field) => !taken.includes(field)).map((field) => `${line} ${field}`);
    });
    expect(unused).toEqual([]);
  });
});
