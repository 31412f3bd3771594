// Puts named scenarios of data into the database: `npm run seed -- demo`, `npm run seed -- list`. Repeatable: what is
// there already stays as it is. `npm start` runs "demo" on its own Postgres and "base" on a DATABASE_URL.
import { disconnectDatabase } from "@/lib/platform/db";
import { systemCtx } from "@/lib/transport/ctx";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { withDatabase } from "./process/with-database";
import { scenarios } from "./seed/scenarios";

await runTask(async () => {
  const { positionals } = commandLine("npm run seed -- NAME, or list as the name", { allowPositionals: true });
  const [name = "list"] = positionals;
  if (name === "list") {
    for (const [key, { words }] of Object.entries(scenarios)) console.log(`${key.padEnd(8)} ${words}`);
    return;
  }
  const scenario = scenarios[name];
  if (!scenario) throw new Refusal(`There is no scenario "${name}".`, "npm run seed -- list names them.");
  if (name === "demo" && process.env.DATABASE_URL?.trim() && process.env.EMBEDDED !== "on") {
    throw new Refusal(
      "Demo accounts belong to the embedded database alone.",
      "Make a first owner: npm run create-owner",
    );
  }
  await withDatabase(`npm run seed -- ${name}`, async () => {
    for (const step of scenario.steps) {
      const started = performance.now();
      const summary = await step.useCase.execute(systemCtx(`seed:${name}`), step.input?.() ?? {});
      console.log(`${step.useCase.name} ${JSON.stringify(summary)} ${Math.round(performance.now() - started)} ms`);
    }
    await disconnectDatabase();
  });
});
