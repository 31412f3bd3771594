// An account that keeps the platform (health, plans, companies, the shared catalogue) and belongs to no company:
//   npm run create-platform-admin -- --email pat@platform.example --name "Pat"
// There is no other way to make one.
import { parseArgs } from "node:util";
import { createPlatformAdmin } from "@/lib/identity/use-cases/create-account";
import { createAccount } from "./process/create-account";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

await runTask(async () => {
  const { email, name } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } }).values;
  if (!email) {
    throw new Refusal(
      "An administrator needs an address.",
      "npm run create-platform-admin -- --email pat@platform.example",
    );
  }
  await createAccount("npm run create-platform-admin", createPlatformAdmin, {
    email,
    name: name ?? email.split("@")[0],
  });
});
