import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are compiled at build time, so that no ICU parser is sent to the browser.
  experimental: { messages: { path: "./messages", format: "json", locales: ["en", "zh"], precompile: true } },
});

/** The policy with a nonce for scripts comes with signing in; these hold for every answer already. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'",
  },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
  compress: true,
  reactStrictMode: true,
  // `npm run verify` checks the types of everything, tests included; a stranger's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Few and larger files: on a phone each further request costs more than the bytes it saves.
  experimental: {
    turbopackChunking: { minChunkSize: 150_000, maxChunkCountPerGroup: 6, maxMergeChunkSize: 600_000 },
  },
  // A tree shared by several builds (tests, a developer's server) gives each a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Their names carry a hash of their content.
    {
      source: "/fonts/:file(.+\\.woff2)",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default withNextIntl(config);
