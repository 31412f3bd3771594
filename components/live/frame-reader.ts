/** One block of a stream of server-sent events. Without data it is a sign of life that may carry a new `id`. */
export type Frame = { id: string | undefined; event: string; data: string };

const LINE_END = /\r\n|\n|\r/;

/** Reads a stream piece by piece (HTML Standard, 9.2.6); each call gives the blocks that it completes. */
export function frameReader(): (piece: string) => Frame[] {
  let rest = "";
  let lines: string[] = [];
  return (piece) => {
    rest += piece;
    // The second half of a line's end may still come.
    const whole = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
    const ended = whole.split(LINE_END);
    rest = (ended.pop() ?? "") + rest.slice(whole.length);
    const frames: Frame[] = [];
    for (const line of ended) {
      if (line !== "") lines.push(line);
      else if (lines.length > 0) {
        frames.push(frameOf(lines));
        lines = [];
      }
    }
    return frames;
  };
}

function frameOf(lines: readonly string[]): Frame {
  const data: string[] = [];
  const frame: Frame = { id: undefined, event: "message", data: "" };
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") data.push(value);
    else if (name === "event") frame.event = value;
    else if (name === "id") frame.id = value;
  }
  return { ...frame, data: data.join("\n") };
}
