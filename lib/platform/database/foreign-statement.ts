import type { QueryResult } from "pg";
import { pool } from "../db";

/** Sends what a library of ours has worded (pg-boss), outside of any unit of work. */
export const foreignStatement = (text: string, values: unknown[] = []): Promise<QueryResult> =>
  pool().query(text, values);
