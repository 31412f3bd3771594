import { connect, createServer, type Socket } from "node:net";

/** A network between a process and its database that a test can break. */
export type TcpProxy = {
  /** The same address, through the proxy. */
  through(url: string): string;
  /** Nothing passes any more, in neither direction, and nobody is told; `speak` ends it. */
  silence(): void;
  speak(): void;
  /** Resets the connection in the middle of the next answer that contains these bytes; resolves when it did. */
  resetWithin(bytes: Buffer): Promise<void>;
  stop(): Promise<void>;
};

type Cut = { bytes: Buffer; done(): void };

export async function tcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isSilent = false;
  const cuts: Cut[] = [];

  function pump(from: Socket, to: Socket, isAnswer: boolean): void {
    from.on("data", (data: Buffer) => {
      const cut = isAnswer ? cuts.find(({ bytes }) => data.includes(bytes)) : undefined;
      if (cut) {
        cuts.splice(cuts.indexOf(cut), 1);
        to.write(data.subarray(0, data.indexOf(cut.bytes) + 1), () => to.resetAndDestroy());
        from.destroy();
        cut.done();
      } else to.write(data);
    });
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((client) => {
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      if (isSilent) socket.pause();
    }
    pump(client, upstream, false);
    pump(upstream, client, true);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    through: (url) => Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(port) }).toString(),
    silence() {
      isSilent = true;
      for (const socket of sockets) socket.pause();
    },
    speak() {
      isSilent = false;
      for (const socket of sockets) socket.resume();
    },
    resetWithin: (bytes) => new Promise((done) => cuts.push({ bytes, done })),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
