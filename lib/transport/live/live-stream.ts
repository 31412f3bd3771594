import { type EndReason, endFrame } from "./frames";

/** One open connection, as we write to it. */
export type LiveStream = {
  readable: ReadableStream<Uint8Array>;
  /** Nothing happens once it is over. */
  send(text: string): void;
  /** Says why, and closes. */
  end(reason: EndReason): void;
  /** Cuts it off without a word. */
  cut(): void;
  isOver(): boolean;
};

const encoder = new TextEncoder();

/** `gone` is told once, however it ends. Who leaves more than `unread` bytes unread is cut off: memory is for readers. */
export function openLiveStream(unread: number, gone: () => void): LiveStream {
  let isOver = false;
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const over = (): boolean => {
    if (isOver) return false;
    isOver = true;
    gone();
    return true;
  };
  const readable = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = controller;
      },
      cancel: () => void over(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: unread }),
  );
  function cut(): void {
    // By this name Next knows that no page is at fault: it cuts the connection and logs nothing.
    if (over()) out?.error(new DOMException("The reader is gone, or doesn't read.", "AbortError"));
  }
  return {
    readable,
    send(text) {
      if (isOver || text === "") return;
      out?.enqueue(encoder.encode(text));
      if ((out?.desiredSize ?? 0) < 0) cut();
    },
    end(reason) {
      if (!over()) return;
      out?.enqueue(encoder.encode(endFrame(reason)));
      out?.close();
    },
    cut,
    isOver: () => isOver,
  };
}
