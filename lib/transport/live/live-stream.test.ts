import { describe, expect, it, vi } from "vitest";
import { openLiveStream } from "./live-stream";

const text = async (readable: ReadableStream<Uint8Array>) => new Response(readable).text();

describe("a stream", () => {
  it("gives what is sent, says why it ends, and takes nothing more", async () => {
    const gone = vi.fn();
    const stream = openLiveStream(1_000, gone);
    stream.send("id: 1\n\n");
    stream.end("draining");
    stream.send("id: 2\n\n");
    stream.end("ended");
    stream.cut();
    expect(await text(stream.readable)).toBe('id: 1\n\nevent: end\ndata: {"reason":"draining"}\n\n');
    expect(gone).toHaveBeenCalledTimes(1);
    expect(stream.isOver()).toBe(true);
  });

  it("is gone with its reader", async () => {
    const gone = vi.fn();
    const stream = openLiveStream(1_000, gone);
    await stream.readable.cancel();
    stream.send("id: 1\n\n");
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it("is cut off when its reader doesn't read", async () => {
    const gone = vi.fn();
    const stream = openLiveStream(100, gone);
    stream.send("x".repeat(100));
    expect(gone).not.toHaveBeenCalled();
    stream.send("x");
    expect(gone).toHaveBeenCalledTimes(1);
    await expect(text(stream.readable)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("lets a reader who reads have any amount", async () => {
    const gone = vi.fn();
    const stream = openLiveStream(100, gone);
    const reader = stream.readable.getReader();
    let bytes = 0;
    for (let n = 0; n < 50; n++) {
      stream.send("x".repeat(90));
      bytes += (await reader.read()).value?.byteLength ?? 0;
    }
    expect([bytes, gone.mock.calls.length]).toEqual([4_500, 0]);
  });
});
