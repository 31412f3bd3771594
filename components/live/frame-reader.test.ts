import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameReader } from "./frame-reader";

const read = (text: string) => frameReader()(text);

describe("a stream of server-sent events", () => {
  it("is read by its blocks", () => {
    expect(read('retry: 2000\nevent: open\ndata: {"a":1}\n\nid: x\ndata: one\ndata: two\n\n')).toEqual([
      { id: undefined, event: "open", data: '{"a":1}' },
      { id: "x", event: "message", data: "one\ntwo" },
    ]);
  });

  it("has signs of life, which move the place on", () => {
    expect(read(": beat\n\n: beat\nid: y\n\n")).toEqual([
      { id: undefined, event: "message", data: "" },
      { id: "y", event: "message", data: "" },
    ]);
  });

  it("is nothing before a block's end", () => {
    expect(read("data: half\n")).toEqual([]);
    expect(read("\n\n\n")).toEqual([]);
  });

  it("is the same in whatever pieces it comes, and with any ends of lines", () => {
    const text = 'id: 1\ndata: {"字":"a:b"}\n\n: beat\n\nevent: end\ndata: {}\n\n';
    const whole = read(text);
    fc.assert(
      fc.property(
        fc.constantFrom("\n", "\r", "\r\n"),
        fc.array(fc.nat({ max: text.length * 2 }), { maxLength: 8 }),
        (end, cuts) => {
          const sent = text.replaceAll("\n", end);
          const places = [0, ...cuts.filter((cut) => cut < sent.length).toSorted((a, b) => a - b), sent.length];
          const reader = frameReader();
          const frames = places.slice(1).flatMap((to, index) => reader(sent.slice(places[index], to)));
          // A lone CR at the very end may be half of a CRLF: the block ends with what comes next.
          expect([...frames, ...reader(end === "\r" ? ":" : "")]).toEqual(whole);
        },
      ),
    );
  });
});
