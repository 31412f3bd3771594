import type { PoolClient, QueryConfig } from "pg";
import type { Scope } from "@/lib/kernel/context";
import { databaseFault } from "../database-fault";
import { pool } from "../db";
import { prismaOn } from "./prisma-on-connection";
import { holdBack, sentTogether } from "./sent-together";
import { scopeStatement } from "./statements";
import { openTransactionClient } from "./transaction-client";

export type Transaction = Awaited<ReturnType<typeof beginTransaction>>;

/** Takes a connection and begins: that goes out together with the first statement. */
export async function beginTransaction(scope: Scope) {
  const connection = await freeConnection();
  const { client, close } = openTransactionClient(prismaOn(connection));
  const ahead: Promise<unknown>[] = [];
  tell("begin");
  tell(scopeStatement(scope));
  let isOver = false;
  let broken: Error | undefined;
  const breaks = (error: Error) => {
    broken = error;
  };
  connection.on("error", breaks);

  /** Goes out with the next statement. That it failed is told by the commit, or by the statement that fails because of it. */
  function tell(statement: QueryConfig | string): void {
    holdBack(connection);
    const told = connection.query(statement);
    told.catch(() => undefined);
    ahead.push(told);
  }

  async function ask<Row>(statement: QueryConfig): Promise<Row[]> {
    return (await sentTogether(connection, () => connection.query(statement)).catch(known)).rows as Row[];
  }

  /** Once: what failed to commit needs no rollback. The connection goes on to others only if it is whole. */
  async function end(ending: () => Promise<unknown>): Promise<void> {
    if (isOver) return;
    isOver = true;
    await close();
    try {
      await ending();
    } catch (error) {
      throw databaseFault(error);
    } finally {
      connection.off("error", breaks);
      connection.release(broken);
    }
  }

  return {
    client,
    tell,
    ask,
    commit: (last: readonly QueryConfig[]) =>
      end(async () => {
        const [sent, ended] = sentTogether(connection, () => [
          last.map((statement) => connection.query(statement)),
          connection.query("commit"),
        ]);
        // After a statement that failed the commit only ends what is undone; then the connection is whole.
        await Promise.allSettled([...sent, ended]);
        await Promise.all([...ahead, ...sent]);
        if ((await ended).command !== "COMMIT")
          throw new Error("A statement of the transaction failed and nobody said so: nothing is stored.");
      }),
    rollback: () => end(() => sentTogether(connection, () => connection.query("rollback"))),
  };
}

const freeConnection = (): Promise<PoolClient> => pool().connect().catch(known);

function known(error: unknown): never {
  throw databaseFault(error);
}
