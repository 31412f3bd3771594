import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The unit tests beside the code that stryker.config.mjs changes; they need no more than to find their imports. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    name: "unit",
    include: [
      "lib/identity/policy.test.ts",
      "lib/{identity,audit}/core/**/*.test.ts",
      "lib/kernel/safe-return.test.ts",
      "lib/transport/{page-policy,same-origin}.test.ts",
    ],
  },
});
