import { beginTransaction, type Transaction } from "../database/transaction";

/** One short transaction of a worker's own, in the company whose work it is. */
export async function inWork<T>(tenantId: string | null, body: (transaction: Transaction) => Promise<T>): Promise<T> {
  const scope = { tenantId, userId: null, ownOnly: false, lookup: null, work: "worker" as const };
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
