import type { UserMiner } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";

/** A row of machines as it is now; null where it is refused. Rejects where nobody answers. */
export async function readMachines(id: string): Promise<UserMiner | null> {
  const answer = await fetch(paths.api.userMiner(id), { cache: "no-store" });
  return answer.ok ? ((await answer.json()) as UserMiner) : null;
}
