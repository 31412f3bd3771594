import type { Scope } from "@/lib/kernel/context";
import { beginTransaction, type Transaction } from "../database/transaction";

const EVENTS: Scope = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "events" };

/** One transaction of the event platform's own, outside of any unit of work: it sees the events of all companies. */
export async function inEvents<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const transaction = await beginTransaction(EVENTS);
  try {
    const result = await work(transaction);
    await transaction.commit([]);
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
