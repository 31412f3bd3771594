import { query } from "../../sql";

/** How far Debezium has said that it is. */
export async function slotConfirmed(): Promise<string> {
  const [slot] = await query<{ at: string }>(
    "select confirmed_flush_lsn::text as at from pg_replication_slots where database = current_database()",
  );
  return slot?.at ?? "";
}
