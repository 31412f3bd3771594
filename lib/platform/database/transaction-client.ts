import type { PrismaClient } from "@/prisma/generated/client";

export type TransactionClient = {
  client: PrismaClient;
  /** From now on every use throws; resolves once what is still running has ended, however it ends. */
  close(): Promise<void>;
};

/**
 * A Prisma client for the time of one transaction. The connection goes on to somebody else's: what was forgotten to be
 * waited for, or comes too late, must never reach theirs.
 */
export function openTransactionClient(client: PrismaClient): TransactionClient {
  const running = new Set<Promise<unknown>>();
  let isOver = false;

  async function run(call: () => PromiseLike<unknown>): Promise<unknown> {
    if (isOver) throw new Error("The transaction is over: await every statement within its use case.");
    const asked = Promise.resolve(call());
    running.add(asked);
    try {
      return await asked;
    } finally {
      running.delete(asked);
    }
  }

  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === "function")
          return (...args: unknown[]) => run(() => Reflect.apply(value, target, args) as PromiseLike<unknown>);
        return typeof value === "object" && value !== null ? guarded(value) : value;
      },
    });

  return {
    client: guarded(client),
    async close() {
      isOver = true;
      await Promise.allSettled(running);
    },
  };
}
