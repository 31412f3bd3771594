import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are compiled at build time, so that no ICU parser is sent to the browser.
  experimental: { messages: { path: "./messages", format: "json", locales: ["en", "zh"], precompile: true } },
});

/** For every answer. Pages get a policy for scripts with a nonce besides (proxy.ts). */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const policy = (value: string) => [{ key: "Content-Security-Policy", value }];
/** JSON, text and files: nothing in them may run, should a browser ever show one as a page. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Files of the build. A worker obeys the policy of its own script, and loads its parts; it asks for nothing else. */
const BUILD_POLICY = `${DATA_POLICY}; script-src 'self'`;
/** The API reference draws itself with its own script and styles from its package. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** What isn't a page's own (proxy.ts): the files of `public`, and what has a prefix of REST. */
const DATA =
  "licence\\.txt|api(?!/docs)|fonts|health|ready|alive|metrics|verify-email|batch/api|batch/template|hosting/api|hosting/status";

const config: NextConfig = {
  poweredByHeader: false,
  compress: true,
  reactStrictMode: true,
  // `npm run verify` checks the types of everything, tests included; a stranger's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Finds its WebAssembly beside itself.
  serverExternalPackages: ["highs"],
  images: { unoptimized: true },
  experimental: {
    // Nothing reads them: a sixth of the build's time and a third of its size.
    turbopackSourceMaps: process.env.NODE_ENV !== "production",
    // Few and larger files: on a phone each further request costs more than the bytes it saves.
    turbopackChunking: { minChunkSize: 150_000, maxChunkCountPerGroup: 6, maxMergeChunkSize: 600_000 },
  },
  // A tree shared by several builds (tests, a developer's server) gives each a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: `/:data((?:${DATA})(?:/.*)?)`, headers: policy(DATA_POLICY) },
    { source: "/_next/:path*", headers: policy(BUILD_POLICY) },
    { source: "/api/docs/:path*", headers: policy(DOCS_POLICY) },
    // Their names carry a hash of their content.
    {
      source: "/fonts/:file(.+\\.woff2)",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default withNextIntl(config);
