import { AppError } from "@/lib/kernel/errors";
import type { UseCase } from "@/lib/kernel/use-case";
import { disconnectDatabase } from "@/lib/platform/db";
import { systemCtx } from "@/lib/transport/ctx";
import { askPassword } from "./ask-password";
import { Refusal } from "./refusal";
import { withDatabase } from "./with-database";

/** Makes an account on the command line; says what is wrong with the input, and a made password once. */
export async function createAccount(
  task: string,
  useCase: UseCase,
  person: { email: string; name: string | undefined; company?: string },
): Promise<void> {
  await withDatabase(task, async () => {
    const { password, isMade } = await askPassword();
    try {
      await useCase.execute(systemCtx(task), { ...person, password });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const lines = (error.details.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
      throw new Refusal([error.message, ...lines].join("\n"), "Nothing was changed.", { cause: error });
    } finally {
      await disconnectDatabase();
    }
    console.log(`Made: ${person.email}`);
    if (isMade) console.log(`Password (shown once): ${password}`);
    console.log("A second factor is asked for at the first sign-in.");
  });
}
