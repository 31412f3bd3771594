import type { Scope } from "@/lib/kernel/context";
import { beginTransaction, type Transaction } from "./transaction";

/** One short transaction of the platform's own, outside of any unit of work: undone where `body` throws. */
export async function inTransaction<T>(scope: Scope, body: (transaction: Transaction) => Promise<T>): Promise<T> {
  const transaction = await beginTransaction(scope);
  try {
    const result = await body(transaction);
    await transaction.commit([]);
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
