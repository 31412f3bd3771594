import { inTransaction } from "../database/in-transaction";
import type { Transaction } from "../database/transaction";

/** One short transaction of a worker's own, in the company whose work it is. */
export const inWork = <T>(tenantId: string | null, body: (transaction: Transaction) => Promise<T>): Promise<T> =>
  inTransaction({ tenantId, userId: null, ownOnly: false, lookup: null, work: "worker" }, body);
