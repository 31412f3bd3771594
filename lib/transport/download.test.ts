import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { download } from "./download";
import { memoryLimiter } from "./limiter";

const file = query({
  name: "test.file",
  permission: "public",
  input: z.strictObject({ name: z.string().max(5, "At most 5 letters.") }),
  output: z.object({
    file_name: z.string(),
    content_type: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: (ctx, { name }) => {
    if (name === "bug") throw new Error("secret detail");
    return {
      file_name: `${name}.txt`,
      content_type: "text/plain",
      bytes: new TextEncoder().encode(`${ctx.locale} ${name}`),
    };
  },
});
const input = (request: Request) => {
  const name = new URL(request.url).searchParams.get("name");
  if (name === "gone") throw new AppError("not_found", "There is no gone.");
  return { name };
};
const get = (name: string, locale = "zh", handler = download(file, { input })) =>
  handler(new Request(`http://test/?name=${name}`), { params: Promise.resolve({ locale }) });

describe("download", () => {
  it("answers with the file, in the language of its address", async () => {
    const response = await get("a");
    expect(await response.text()).toBe("zh a");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/plain",
      "content-length": "4",
      "content-disposition": 'attachment; filename="a.txt"',
      "cache-control": "no-store",
    });
  });

  it.each([
    ["toolong", "en", 422, "At most 5 letters."],
    ["gone", "en", 404, "There is no gone."],
    ["a", "fr", 404, "There is no such page."],
    ["bug", "en", 500, "Something went wrong on our side."],
  ])("answers %s in %s with %i", async (name, locale, status, words) => {
    const response = await get(name, locale);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const text = await response.text();
    expect(text).toContain(words);
    expect(text).not.toContain("secret");
  });

  it("counts who asks too often", async () => {
    const limited = download(file, { input, limiter: memoryLimiter(() => 1) });
    expect((await get("a", "en", limited)).status).toBe(200);
    const refused = await get("a", "en", limited);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});
