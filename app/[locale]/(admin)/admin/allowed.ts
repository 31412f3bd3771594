import { AppError } from "@/lib/kernel/errors";

/** What a page reads, or null where the reader's role doesn't open it: the page then says so. */
export async function ifAllowed<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return null;
    throw error;
  }
}
