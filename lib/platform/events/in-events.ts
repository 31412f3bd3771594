import type { Scope } from "@/lib/kernel/context";
import { inTransaction } from "../database/in-transaction";
import type { Transaction } from "../database/transaction";

const EVENTS: Scope = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "events" };

/** One transaction of the event platform's own, outside of any unit of work: it sees the events of all companies. */
export const inEvents = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => inTransaction(EVENTS, work);
