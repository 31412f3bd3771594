import { AppError } from "@/lib/kernel/errors";

/** What is read, or null where there is no such thing for the reader. */
export async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "validation")) return null;
    throw error;
  }
}
