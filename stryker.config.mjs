// `npm run test:mutation`: every decision below is changed in small ways, one at a time, and a test beside it has to fail.
// Only code that decides and touches nothing, tested by its own unit tests; what survives is printed.

const isTerminal = process.stdout.isTTY === true;

export default {
  mutate: [
    "lib/identity/policy.ts",
    "lib/identity/core/{judge-*,api-key-format,device-cookie,email-address,ip-list,menu,password-policy,retry-delay}.ts",
    "lib/identity/core/factors/{judge-*,typed-code}.ts",
    "lib/identity/core/members/{judge-*,access-state}.ts",
    "lib/identity/core/api-keys/{key-item,key-terms,usage-report}.ts",
    "lib/identity/core/sessions/own-session.ts",
    "lib/audit/core/*.ts",
    "lib/kernel/safe-return.ts",
    "lib/transport/{page-policy,same-origin}.ts",
    "!**/*.test.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  // The copy that is changed holds the code alone. A folder with a dot is passed over by TypeScript and Biome.
  tempDirName: ".cache/stryker",
  cleanTempDir: "always",
  ignorePatterns: ["**", "!lib/**", "!package.json", "!tsconfig.json", "!vitest.mutation.config.ts"],
  // Most of the table of access is read while its file is loaded; that is what has to be tested.
  ignoreStatic: false,
  warnings: { slow: false },
  thresholds: { high: 95, low: 90, break: 80 },
  allowConsoleColors: isTerminal,
  reporters: ["clear-text", "json", "html", isTerminal ? "progress" : "progress-append-only"],
  clearTextReporter: { allowColor: isTerminal, logTests: false, reportTests: false },
  jsonReporter: { fileName: "test-results/mutation.json" },
  htmlReporter: { fileName: "test-results/mutation.html" },
};
