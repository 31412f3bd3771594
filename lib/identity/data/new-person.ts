import { insertUser } from "./users";

/** Makes a person; false when somebody else has just taken the address, and then the transaction is over. */
export async function insertNewPerson(...given: Parameters<typeof insertUser>): Promise<boolean> {
  try {
    await insertUser(...given);
    return true;
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "P2002") return false;
    throw error;
  }
}
