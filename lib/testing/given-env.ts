import { type Env, parseEnv } from "@/lib/platform/env";

/** An environment with what has no default, and what a test gives besides. */
export const givenEnv = (given: Record<string, string | undefined>): Env => {
  const { AUTH_SECRET, ENCRYPTION_KEY } = process.env;
  return parseEnv({ DATABASE_URL: "postgres://x/y", AUTH_SECRET, ENCRYPTION_KEY, ...given });
};
