import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { query } from "@/lib/kernel/use-case";
import { serveUpload } from "./upload";

const File = z.custom<{ name: string; bytes: Uint8Array }>((value) => typeof value === "object" && value !== null);
const Input = z.strictObject({ file: File, note: z.string().optional() });
const Output = z.object({ name: z.string(), size: z.number(), hash: z.string(), note: z.string() });
const weigh = query({
  name: "test.weigh",
  permission: "public",
  input: Input,
  output: Output,
  run: (_ctx, { file, note = "" }) => ({
    name: file.name,
    size: file.bytes.length,
    hash: JSON.stringify(file),
    note,
  }),
});
const MAX = 1000;
const details = { summary: "Weigh", permission: "public", input: Input, output: Output } as const;
const door = serveUpload(contract("POST /weigh", { ...details, consumes: "multipart/form-data" }), weigh, {
  maxBytes: MAX,
});

type Sent = { headers?: Record<string, string>; query?: string };
const post = (body: BodyInit, { headers = {}, query = "" }: Sent = {}) =>
  door(new Request(`http://test/weigh${query}`, { method: "POST", body, headers, duplex: "half" } as RequestInit));
const form = (parts: [string, string | Blob, string?][]) => {
  const made = new FormData();
  for (const [name, value, file] of parts)
    if (typeof value === "string") made.append(name, value);
    else made.append(name, value, file);
  return made;
};
const blob = (size: number) => new Blob([new Uint8Array(size).fill(65)]);

describe("S17 hostile imports › a form with a file", () => {
  it("becomes the input, with its other fields", async () => {
    const response = await post(
      form([
        ["file", blob(3), "矿机.csv"],
        ["note", "hello"],
      ]),
    );
    expect(await response.json()).toMatchObject({ name: "矿机.csv", size: 3, note: "hello" });
  });

  it("counts by its content, not by every byte, where a request is recognised again", async () => {
    const { hash } = (await (await post(form([["file", blob(900), "a.csv"]]))).json()) as { hash: string };
    expect(hash).toMatch(/^\{"name":"a\.csv","sha256":"[0-9a-f]{64}"\}$/);
  });

  it("may be exactly as large as the limit, and no larger", async () => {
    expect((await post(form([["file", blob(MAX), "a.csv"]]))).status).toBe(200);
    expect((await post(form([["file", blob(MAX + 1), "a.csv"]]))).status).toBe(413);
  });

  it("is cut off at the limit while it still comes", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const response = await post(endless, { headers: { "content-type": "multipart/form-data; boundary=x" } });
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });

  it("is refused by its announced length before a byte is read", async () => {
    const headers = { "content-type": "text/csv", "content-length": "99999999" };
    expect((await post("a", { headers })).status).toBe(413);
  });

  const part = (head: string, body = "x") => `--b\r\n${head}\r\n\r\n${body}\r\n`;
  const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}`;
  it.each<[string, string, string?]>([
    ["no end", part(disposition('name="file"; filename="a.csv"'))],
    ["no parts", ""],
    ["no disposition", `${part("Content-Type: text/csv")}--b--\r\n`],
    [
      "another boundary",
      `${part(disposition('name="file"; filename="a"'))}--b--\r\n`,
      "multipart/form-data; boundary=c",
    ],
    ["no boundary", "x", "multipart/form-data"],
    ["an endless boundary", "x", `multipart/form-data; boundary=${"b".repeat(500)}`],
    ["JSON", "{}", "application/json"],
    ["another type", "x", "text/plain"],
    ["two files", `${part(disposition('name="file"; filename="a"')).repeat(2)}--b--\r\n`],
    ["a file in another field", `${part(disposition('name="other"; filename="a"'))}--b--\r\n`],
    ["fifty fields", `${Array.from({ length: 50 }, (_, i) => part(disposition(`name="f${i}"`))).join("")}--b--\r\n`],
  ])("with %s is refused, with what to do", async (_, body, type = "multipart/form-data; boundary=b") => {
    const response = await post(body, { headers: { "content-type": type } });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  it.each([
    ["no file", form([["note", "x"]])],
    ["text in the place of the file", form([["file", "x"]])],
    [
      "a field that isn't known",
      form([
        ["file", blob(1), "a.csv"],
        ["__proto__", "x"],
      ]),
    ],
  ])("with %s is not valid", async (_, body) => {
    expect((await post(body)).status).toBe(422);
  });
});

describe("S17 hostile imports › a bare CSV", () => {
  it("is taken with its fields in the query", async () => {
    const response = await post("a,b\n1,2", { headers: { "content-type": "text/csv" }, query: "?note=hi" });
    expect(await response.json()).toMatchObject({ name: "upload.csv", size: 7, note: "hi" });
  });

  it("has the same limit", async () => {
    expect((await post("x".repeat(MAX + 1), { headers: { "content-type": "text/csv" } })).status).toBe(413);
  });
});

it("takes nothing that another site sends", async () => {
  const headers = { origin: "https://evil.example", host: "test" };
  expect((await post(form([["file", blob(1), "a.csv"]]), { headers })).status).toBe(403);
});
