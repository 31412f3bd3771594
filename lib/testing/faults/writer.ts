// A process that writes for the fault tests and says what it was told: `{ key, version }` an acknowledged write. It ends
// when it has written its part, or as FAILPOINT says.
import { note } from "../events/ground";
import { seeded } from "./seeded";

export type WriterTask = { keys: readonly string[]; writes: number; seed: number; tenants: readonly (string | null)[] };

const { keys, writes, seed, tenants } = JSON.parse(process.argv[2] ?? "{}") as WriterTask;
const random = seeded(seed);
process.on("disconnect", () => process.exit(1));
for (let n = 0; n < writes; n++) {
  const at = Math.floor(random() * keys.length);
  const key = keys[at] ?? "";
  const amount = 1 + Math.floor(random() * 100);
  try {
    const version = await note(key, { amount }, tenants[at % tenants.length] ?? null);
    process.send?.({ key, version });
  } catch {
    // Not acknowledged: it may stand or not.
  }
}
process.exit(0);
