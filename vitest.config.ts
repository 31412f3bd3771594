import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,app,workers,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,workers,scripts}/**/*.db.test.ts"],
          globalSetup: "lib/testing/postgres-setup.ts",
          testTimeout: 30_000,
        },
      },
    ],
  },
});
