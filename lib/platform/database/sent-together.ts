import type { PoolClient } from "pg";

/** What is asked from here on waits for the next `sentTogether`: it goes out with that, in one write. */
export function holdBack(connection: PoolClient): void {
  connection.connection.stream.cork();
}

/** Sends the statements that `ask` asks, and what was held back before, in one write: each write is a call of the system. */
export function sentTogether<T>(connection: PoolClient, ask: () => T): T {
  const { stream } = connection.connection;
  stream.cork();
  try {
    return ask();
  } finally {
    while (stream.writableCorked > 0) stream.uncork();
  }
}
