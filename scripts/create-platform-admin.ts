// An account that keeps the platform (health, plans, companies, the shared catalogue) and belongs to no company:
//   npm run create-platform-admin -- --email pat@platform.example --name "Pat"
// There is no other way to make one.
import { createPlatformAdmin } from "@/lib/identity/use-cases/create-account";
import { commandLine } from "./process/command-line";
import { createAccount } from "./process/create-account";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

const USAGE = 'npm run create-platform-admin -- --email pat@platform.example --name "Pat"';

await runTask(async () => {
  const options = { email: { type: "string" }, name: { type: "string" } } as const;
  const { email, name } = commandLine(USAGE, { options }).values;
  if (!email) {
    throw new Refusal("An administrator needs an address.", USAGE);
  }
  await createAccount("npm run create-platform-admin", createPlatformAdmin, {
    email,
    name: name ?? email.split("@")[0],
  });
});
