// One background role apart from `npm start`: `npm run worker -- all|scheduler`. Needs DATABASE_URL, or the embedded
// Postgres of an `npm start` that runs on the same DATA_DIR.
import { runTask } from "./process/run-task";
import { withDatabase } from "./process/with-database";

await runTask(() =>
  withDatabase("npm run worker", async () => {
    await import("@/workers/main");
    await new Promise(() => undefined);
  }),
);
