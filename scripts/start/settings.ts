import { type Env, parseEnv } from "@/lib/platform/env";
import { Refusal } from "../process/refusal";

export const HELP = `HashInsight: npm start

Builds if the sources changed, brings a Postgres of its own, migrates it, seeds it, and runs the web server and the
background worker until Ctrl-C. When it serves, it prints "Ready: http://HOST:PORT".

  npm start -- --help    this text

Environment (all of it in .env.example; a file .env beside it is read):
  PORT          where to listen                                          3000
  HOST          on which address; 0.0.0.0 lets other machines in         127.0.0.1
  DATA_DIR      everything it stores; two copies need two folders        .data
  DATABASE_URL  a Postgres of yours (15 or newer) instead of its own; its user owns the tables
  DATABASE_RUNTIME_URL   the login that the product then runs with; without it, a role taken by DATABASE_URL's user
  NETWORK       off: no outside call at all                              on

Apart: npm run web, npm run worker -- scheduler, npm run migrate. For work on the code: npm run dev, npm run verify,
npm test. Logs of the parts are in DATA_DIR/logs.`;

export type Settings = Env & { outside: boolean; runtimeUrl: string | undefined };

/** The environment, checked before anything is touched. Whether Postgres is ours is told by DATABASE_URL alone. */
export function readSettings(raw: NodeJS.ProcessEnv = process.env): Settings {
  const outside = Boolean(raw.DATABASE_URL?.trim());
  // What `npm start` makes itself, later: only what is given is checked here.
  const made = (name: string) => `${name} is made by npm start, in the data folder`;
  const later = {
    ...(outside ? {} : { DATABASE_URL: "postgres://embedded" }),
    ...(raw.AUTH_SECRET?.trim() ? {} : { AUTH_SECRET: made("AUTH_SECRET") }),
    ...(raw.ENCRYPTION_KEY?.trim() ? {} : { ENCRYPTION_KEY: made("ENCRYPTION_KEY") }),
  };
  try {
    const env = parseEnv({ ...raw, NODE_ENV: "production", ...later });
    return { ...env, outside, runtimeUrl: raw.DATABASE_RUNTIME_URL?.trim() || undefined };
  } catch (cause) {
    throw new Refusal((cause as Error).message, "Correct it and start again. Nothing was started.", { cause });
  }
}
