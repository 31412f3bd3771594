import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson, entryHash } from "./entry-hash";
import { csvEnd, csvHead, csvLine, type ExportEnd, type ExportRow, exportText, jsonEnd, jsonLine } from "./export-file";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const TENANT = "6f0d1a52-2c0a-4d5e-9b53-3a1f0f3f7c11";
const PREV = "a".repeat(64);
const ENTRY = {
  id: "17",
  at: "2026-11-25T08:30:00.125Z",
  tenantId: TENANT,
  actorKind: "person",
  actorId: "p",
  requestId: "r",
  useCase: "identity.member.change",
  entity: "member",
  entityId: "m",
  before: '{"role": "guest"}',
  after: null,
};
const ROW: ExportRow = {
  ...ENTRY,
  seq: 3,
  hash: entryHash(sha256, PREV, TENANT, 3, ENTRY),
  prevHash: PREV,
  actor: { kind: "person", id: "p", email: "ada@mine.example", name: "Ada" },
};
const END: ExportEnd = {
  chain: TENANT,
  seq: 3,
  hash: ROW.hash,
  entries: 1,
  filter: { entity: "member" },
  exported_at: "2026-11-25T09:00:00.000Z",
  sha256: "b".repeat(64),
  public_key: "key",
};
const END_TEXT = `{"chain":"${TENANT}","entries":1,"exported_at":"2026-11-25T09:00:00.000Z","filter":{"entity":"member"},"hash":"${ROW.hash}","kind":"audit-export","public_key":"key","seq":3,"sha256":"${"b".repeat(64)}"}`;

it("what is signed says what it is, and all of the end", () => expect(exportText(END)).toBe(END_TEXT));

describe("lines of JSON", () => {
  it("have actor, entry, and both hashes", () => {
    const line = jsonLine(TENANT, ROW);
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toEqual({
      actor: ROW.actor,
      entry: expect.objectContaining({ seq: 3, id: "17", before: { role: "guest" } }),
      hash: ROW.hash,
      prev_hash: PREV,
    });
  });

  it("let whoever has them hash again", () => {
    const { entry, hash, prev_hash } = JSON.parse(jsonLine(TENANT, ROW)) as Record<string, string>;
    expect(sha256(prev_hash + canonicalJson(entry))).toBe(hash);
  });

  it("say null of what isn't sealed yet", () => {
    expect(JSON.parse(jsonLine(TENANT, { ...ROW, seq: null, hash: null, prevHash: null }))).toMatchObject({
      entry: { seq: null },
      hash: null,
      prev_hash: null,
    });
  });

  it("end with what is signed and the signature", () => {
    expect(jsonEnd(END, "c2ln")).toBe(`{"end":${END_TEXT},"signature":"c2ln"}\n`);
  });
});

describe("rows of CSV", () => {
  it("begin with the mark of UTF-8 and the names of the columns", () => {
    expect(csvHead()).toBe(
      "\ufeffseq,id,at,actor_kind,actor,actor_id,use_case,entity,entity_id,before,after,request_id,prev_hash,hash\r\n",
    );
  });

  it("have a cell for each column, and no mark of their own", () => {
    expect(csvLine(ROW)).toBe(
      `3,17,2026-11-25T08:30:00.125Z,person,ada@mine.example,p,identity.member.change,member,m,"{""role"": ""guest""}",,r,${PREV},${ROW.hash}\r\n`,
    );
  });

  it.each([
    ["the address", { email: "ada@mine.example", name: "Ada" }, "ada@mine.example"],
    ["the name of a key", { email: null, name: "Site controller" }, "Site controller"],
    ["nothing", { email: null, name: null }, ""],
  ])("name an actor by %s", (_, who, shown) => {
    expect(csvLine({ ...ROW, actor: { kind: "person", id: "p", ...who } }).split(",")[4]).toBe(shown);
  });

  it("S16 formulas in exports › run nothing in a spreadsheet", () => {
    expect(csvLine({ ...ROW, entityId: "=1+1" })).toContain(",'=1+1,");
  });

  it("end with the word end, what is signed, and the signature", () => {
    expect(csvEnd(END, "c2ln")).toBe(`end,"${END_TEXT.replaceAll('"', '""')}",c2ln\r\n`);
  });
});
