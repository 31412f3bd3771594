import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";

export type FolderLock = {
  release(): void;
  /** What whoever asks for the lock is told from now on. */
  announce(self: string): void;
};

/**
 * Takes the lock `purpose` of a folder, or tells what its holder says of itself. It is a listening socket, so the
 * system frees it when the holder ends, however it ends: no stale lock, no process number that somebody else has now.
 */
export async function lockFolder(
  folder: string,
  purpose: string,
  self: string,
): Promise<FolderLock | { holder: string }> {
  const address = addressOf(`${realpathSync(folder)}#${purpose}`);
  let words = self;
  const announce = (now: string) => {
    words = now;
  };
  for (let attempt = 0; ; attempt++) {
    const server = await listen(address, () => words);
    if (server) return { release: () => void server.close(), announce };
    const holder = await ask(address);
    if (holder !== undefined || attempt > 20) return { holder: holder ?? "another process" };
    // A socket file without a listener, left by a killed process where sockets are files.
    if (!address.startsWith("\0")) rmSync(address, { force: true });
  }
}

function addressOf(key: string): string {
  const name = `hashinsight-${createHash("sha256").update(key).digest("hex").slice(0, 24)}`;
  if (platform() === "linux") return `\0${name}`;
  return platform() === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string, self: () => string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(self());
    });
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let said = "";
    socket.setEncoding("utf8");
    socket.setTimeout(2_000, () => {
      socket.destroy();
      resolve(said || "a process that doesn't answer");
    });
    socket.on("data", (text: string) => {
      said += text;
    });
    socket.on("end", () => resolve(said));
    socket.on("error", () => resolve(undefined));
  });
}
