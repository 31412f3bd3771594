import pino from "pino";

/** Names that never reach a log line, at the top or one level down. */
const SECRETS = [
  "password",
  "password_hash",
  "token",
  "access_token",
  "refresh_token",
  "secret",
  "api_key",
  "apiKey",
  "authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "connectionString",
  "DATABASE_URL",
  "seed_phrase",
  "private_key",
];

/** Options apart from the logger, so that a test can write to a stream of its own. */
export const logOptions: pino.LoggerOptions = {
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: "[redacted]" },
  serializers: { err: pino.stdSerializers.err },
};

/** One JSON line an event. Fields first, then the words: `log.info({ source }, "price refreshed")`. */
export const log = pino(logOptions);
