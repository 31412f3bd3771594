import { AppError } from "@/lib/kernel/errors";

/** The refusal that some work ends in; throws when it ends well, or in something that isn't a refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It worked, and should not have.");
}

/** Its code and the code of its first field: `validation wrong_code`. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  const { code, details } = await refusalOf(work);
  return [code, details.errors?.[0]?.code].filter(Boolean).join(" ");
}
