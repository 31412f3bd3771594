import { connect, createServer, type Server } from "node:net";
import { origin } from "../server";

/** Sends bytes as they are and gives what came back, until the server closes or `ms` have passed. */
export function rawAnswer(bytes: string | Uint8Array, ms = 3_000): Promise<string> {
  const { hostname, port } = new URL(origin());
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let said = "";
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(said);
    };
    const timer = setTimeout(end, ms);
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      said += text;
      // One answer is enough; the connection may stay open for more.
      if (/\r\n\r\n/.test(said)) setTimeout(end, 50);
    });
    socket.on("end", end);
    socket.on("error", end);
  });
}

/** The status of a raw answer; 0 when there was none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? 0);

export type Trap = { port: number; calls: () => number; close(): Promise<void> };

/** A door that nobody should ever be led to: it counts who comes. */
export async function trap(): Promise<Trap> {
  let calls = 0;
  const server: Server = createServer((socket) => {
    calls++;
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nSECRET");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
