// Who may import whom. docs/architecture.md says it in words; lib/testing/architecture.test.ts plants one violation a rule.
const LAYERS = "kernel|platform|transport|testing|i18n";
const DOMAIN = `^lib/(?!(?:${LAYERS})/)([^/]+)/`;
const PURE = `^lib/(?!(?:${LAYERS})/)[^/]+/(core/|(schemas|contract|events|work|policy)\\.ts$)`;
const TESTS = "\\.(test|db\\.test)\\.tsx?$|^lib/testing/|^e2e/|^scripts/test(/|\\.ts$)";

/** Which domains each may meet, at their index, schemas and events. The other direction goes by an event. */
const GRAPH = {
  admin: ["audit", "identity", "machines", "market"],
  identity: [],
  audit: ["identity"],
  market: [],
  machines: ["identity"],
  calculator: ["market", "machines"],
  analytics: ["calculator", "machines", "market"],
  crm: ["identity"],
  hosting: ["identity", "machines", "market"],
  intelligence: ["calculator", "hosting", "machines", "market"],
  derivatives: ["market"],
  treasury: ["identity", "market", "derivatives"],
  sla: ["identity", "hosting"],
  trust: ["sla"],
  billing: ["identity", "hosting"],
  work: [],
  portal: ["hosting", "billing", "sla", "treasury"],
};

const domainRules = Object.entries(GRAPH).map(([domain, known]) => ({
  name: `domain-graph-${domain}`,
  severity: "error",
  comment: `${domain} may know ${known.join(", ") || "no other domain"}`,
  from: { path: `^lib/${domain}/`, pathNot: TESTS },
  to: { path: DOMAIN, pathNot: `^lib/(${[domain, ...known].join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-is-the-bottom",
      severity: "error",
      from: { path: "^lib/kernel/", pathNot: TESTS },
      to: { pathNot: ["^lib/kernel/", "^node_modules/(zod|decimal\\.js)/"] },
    },
    {
      name: "platform-knows-the-kernel-only",
      severity: "error",
      from: { path: "^lib/platform/", pathNot: TESTS },
      to: { path: "^(lib/(?!kernel/|platform/)|app/|components/|workers/)" },
    },
    {
      name: "pure-stays-pure",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: "^lib/[^/]+/(data|adapters|use-cases)/|^lib/[^/]+/index\\.ts$|^lib/(platform|transport|i18n)/|^(app|components|workers|prisma)/",
      },
    },
    {
      name: "pure-uses-pure-packages",
      severity: "error",
      comment: "core, schemas, contract, events and policy also run in the browser: no Node, no IO, no framework",
      from: { path: PURE, pathNot: TESTS },
      to: {
        dependencyTypes: ["core", "npm", "npm-dev"],
        pathNot: "^node_modules/(zod|decimal\\.js|date-fns|canonicalize)/",
      },
    },
    {
      name: "core-knows-its-own-domain-only",
      severity: "error",
      from: { path: `${DOMAIN}core/`, pathNot: TESTS },
      to: { path: DOMAIN, pathNot: "^lib/$1/" },
    },
    {
      name: "domains-meet-at-index",
      severity: "error",
      from: { path: DOMAIN, pathNot: TESTS },
      to: { path: DOMAIN, pathNot: ["^lib/$1/", "^lib/[^/]+/(index|events|work|schemas)\\.ts$"] },
    },
    ...domainRules,
    {
      name: "domains-do-not-know-their-doors",
      severity: "error",
      from: { path: DOMAIN, pathNot: TESTS },
      to: { path: "^(lib/transport|app|components|workers)/" },
    },
    {
      name: "only-data-touches-the-database",
      severity: "error",
      from: {
        path: "^(lib|app|components|workers)/",
        pathNot: ["^lib/[^/]+/data/", "^lib/platform/", "^lib/transport/", TESTS],
      },
      to: { path: "^lib/platform/db|^prisma/generated" },
    },
    {
      name: "only-adapters-reach-outside",
      severity: "error",
      from: { path: DOMAIN, pathNot: ["^lib/[^/]+/adapters/", TESTS] },
      to: { path: "^lib/platform/(http|safe-fetch)" },
    },
    {
      name: "kafkajs-has-one-door",
      severity: "error",
      from: { pathNot: ["^lib/platform/events/kafka/", TESTS] },
      to: { path: "^node_modules/kafkajs/" },
    },
    {
      name: "pg-boss-has-one-door",
      severity: "error",
      from: { pathNot: ["^lib/platform/work/", "^scripts/bench/events/peers/", TESTS] },
      to: { path: "^node_modules/pg-boss/" },
    },
    {
      // The one that fetches a page ahead only when somebody points at it.
      name: "next-link-has-one-door",
      severity: "error",
      from: { pathNot: ["^components/ui/link\\.tsx$", TESTS] },
      to: { path: "^node_modules/next/(dist/client/app-dir/)?link" },
    },
    {
      name: "use-cases-know-no-transport",
      severity: "error",
      from: { path: "^lib/[^/]+/use-cases/", pathNot: TESTS },
      to: { path: "^node_modules/(next|react|@prisma)/|^prisma/" },
    },
    {
      name: "transport-knows-identity-only",
      severity: "error",
      from: { path: "^lib/transport/", pathNot: TESTS },
      to: { path: DOMAIN, pathNot: "^lib/identity/" },
    },
    {
      name: "browser-sees-pure-only",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^lib/", pathNot: [PURE, "^lib/(kernel|i18n)/", "^lib/paths\\.ts$"] },
    },
    {
      // A schema brings zod with it: what validates comes when it is needed, and the tables of limits stand beside.
      name: "schemas-come-late",
      severity: "error",
      from: { path: "^components/", pathNot: ["(-request|/compute-outcome|/fixed-machine|/model-draft)\\.ts$", TESTS] },
      to: { path: "^lib/.*(schemas|contract)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "app-and-workers-use-the-doors",
      severity: "error",
      from: { path: "^(app|workers)/", pathNot: TESTS },
      to: { path: "^lib/[^/]+/(data|adapters)/|^lib/platform/" },
    },
    {
      name: "the-product-knows-no-scripts",
      severity: "error",
      from: { path: "^(lib|app|components|workers|prisma)/", pathNot: TESTS },
      to: { path: "^(scripts|e2e)/" },
    },
    {
      name: "only-tests-use-testing",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: "^lib/testing/" },
    },
    { name: "no-orphaned-import", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "prisma/generated"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
