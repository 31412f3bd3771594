// The first owner of an installation on a Postgres of yours, or of a further company:
//   npm run create-owner -- --email ada@mine.example --name "Ada Li" --company "Ada's Mine"
// The password is asked for; without a terminal it is NEW_PASSWORD, or a random one that is printed once.
import { createOwner } from "@/lib/identity/use-cases/create-account";
import { commandLine } from "./process/command-line";
import { createAccount } from "./process/create-account";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

const USAGE = 'npm run create-owner -- --email ada@mine.example --name "Ada Li" --company "Ada\'s Mine"';

await runTask(async () => {
  const options = { email: { type: "string" }, name: { type: "string" }, company: { type: "string" } } as const;
  const { email, name, company } = commandLine(USAGE, { options }).values;
  if (!email || !company) {
    throw new Refusal("An owner needs an address and a company.", USAGE);
  }
  await createAccount("npm run create-owner", createOwner, { email, name: name ?? email.split("@")[0], company });
});
