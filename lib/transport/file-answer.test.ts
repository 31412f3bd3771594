import { describe, expect, it } from "vitest";
import { fileResponse, isFileAnswer } from "./file-answer";

const encoder = new TextEncoder();
const answerOf = (bytes: Uint8Array | AsyncIterable<Uint8Array>) =>
  fileResponse({ file_name: "log.csv", content_type: "text/csv", bytes }, new Headers());

/** Pieces that say how many were made, and whether the making was ended. */
function pieces(count: number, failAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, ended: false };
  async function* make() {
    try {
      while (seen.made < count) {
        if (seen.made === failAt) throw new Error("The database is gone.");
        seen.made++;
        yield encoder.encode(`${seen.made}\n`);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, bytes: make() };
}

describe("a file that is made while it is sent", () => {
  it("comes whole, under its name, without a length", async () => {
    const response = answerOf(pieces(3).bytes);
    expect(await response.text()).toBe("1\n2\n3\n");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv",
      "content-disposition": 'attachment; filename="log.csv"',
    });
  });

  it("is made no further than it is read, and ends with who hangs up", async () => {
    const { seen, bytes } = pieces(1_000);
    const reader = answerOf(bytes).body?.getReader();
    await reader?.read();
    expect(seen.made).toBeLessThan(4);
    await reader?.cancel();
    expect(seen).toMatchObject({ made: expect.toSatisfy((made: number) => made < 4), ended: true });
  });

  it("breaks off where its making fails", async () => {
    await expect(answerOf(pieces(3, 2).bytes).text()).rejects.toThrow("The database is gone.");
  });
});

it("knows a file by all its parts", () => {
  const file = { file_name: "a", content_type: "text/plain" };
  expect(isFileAnswer({ ...file, bytes: encoder.encode("a") })).toBe(true);
  expect(isFileAnswer({ ...file, bytes: pieces(1).bytes })).toBe(true);
  for (const other of [null, "a", file, { ...file, bytes: "a" }, { ...file, bytes: null }])
    expect(isFileAnswer(other)).toBe(false);
});
