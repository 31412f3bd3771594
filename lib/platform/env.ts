import { z } from "zod";
import { isPlainAddress } from "./mail/plain-address";
import { smtpConnection } from "./mail/smtp-connection";

const url = (fallback: string) =>
  z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).default(fallback);
/** Words of manuals and habits, rows of keys, and short texts that repeat themselves. */
const KNOWN_SECRETS =
  /change.?me|(secret|token|key).?here|(your|my|test|dev|default|super).?secret|example|password|hashinsight|insecure|placeholder|qwerty|123456|abcdef|^(?<part>.{1,12}?)\k<part>+$/i;
/** Random characters repeat themselves less: even 32 hexadecimal digits have more, but once in millions. */
const FEWEST_DIFFERENT = 8;
/** Long, and none that stands in some manual. */
const secret = z
  .string({ error: "is missing: `npm start` makes one in DATA_DIR; else set 32 or more random characters" })
  .min(32, "is too short: 32 or more random characters")
  .refine(
    (value) => !KNOWN_SECRETS.test(value) && new Set(value).size >= FEWEST_DIFFERENT,
    "is not a secret: take random characters, such as `openssl rand -base64 48`",
  );
const count = (fallback: number) =>
  z.coerce.number({ error: "must be a whole number above 0" }).int().min(1).default(fallback);
const flag = (fallback: "on" | "off") => z.enum(["on", "off"], { error: 'must be "on" or "off"' }).default(fallback);

/**
 * Every variable that the product reads, each described in `.env.example`.
 * `DATABASE_URL` is set by `npm start` itself when it runs the embedded Postgres.
 */
export const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number({ error: "must be a port number from 1 to 65535" }).int().min(1).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z
    .string({ error: "is missing: start with `npm start`, or set it to postgres://user:password@host:5432/name" })
    .regex(/^postgres(ql)?:\/\/.+/, "must look like postgres://user:password@host:5432/name"),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+/, "must look like redis://user:password@host:6379/0, or rediss:// for TLS")
    .optional(),
  UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  DATABASE_POOL_SIZE: z.coerce
    .number({ error: "must be a whole number from 1 to 200" })
    .int()
    .min(1)
    .max(200)
    .default(10),
  AUTH_SECRET: secret,
  ENCRYPTION_KEY: secret,
  /** Set by `npm start` where it brings the database itself. */
  EMBEDDED: flag("off"),
  EVENT_TRANSPORT: z
    .enum(["postgres", "kafka", "debezium"], { error: 'must be "postgres", "kafka" or "debezium"' })
    .optional(),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, "must be addresses with ports, like broker-1:9092,broker-2:9092")
    .optional(),
  KAFKA_SSL: flag("off"),
  KAFKA_SASL_MECHANISM: z
    .enum(["plain", "scram-sha-256", "scram-sha-512"], {
      error: 'must be "plain", "scram-sha-256" or "scram-sha-512"',
    })
    .optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  OUTBOX_KEEP_DAYS: count(7),
  FAILPOINT: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, "is too short: 16 or more random characters").optional(),
  METRICS_PORT: z.coerce.number({ error: "must be a port number from 1 to 65535" }).int().min(1).max(65535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address such as http://collector:4318" })
    .optional(),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address such as https://mine.example.org" })
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NETWORK: flag("on"),
  CALCULATE_LIMIT_PER_MINUTE: count(600),
  /** Far above what anybody needs, below what hurts the others. */
  PRINCIPAL_LIMIT_PER_MINUTE: count(3_000),
  TRUST_PROXY: flag("off"),
  COINGECKO_BASE_URL: url("https://api.coingecko.com"),
  COINGECKO_API_KEY: z.string().optional(),
  BLOCKCHAIN_INFO_BASE_URL: url("https://api.blockchain.info"),
  MEMPOOL_BASE_URL: url("https://mempool.space"),
  COINWARZ_BASE_URL: url("https://www.coinwarz.com"),
  COINWARZ_API_KEY: z.string().optional(),
  ALTERNATIVE_ME_BASE_URL: url("https://api.alternative.me"),
  ANKR_RPC_URL: url("https://rpc.ankr.com/btc"),
  BINANCE_BASE_URL: url("https://api.binance.com"),
  OKX_BASE_URL: url("https://www.okx.com"),
  SMTP_URL: z.string().superRefine(mustConnect).optional(),
  SENDGRID_API_KEY: z.string().optional(),
  SENDGRID_BASE_URL: url("https://api.sendgrid.com"),
  MAIL_FROM: z.string().refine(isPlainAddress, "must be one plain address, like mail@example.com").optional(),
});
export type Env = z.output<typeof Env>;

function mustConnect(address: string, issues: z.RefinementCtx): void {
  try {
    smtpConnection(address);
  } catch (error) {
    issues.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
  }
}

/** What no variable alone can tell: mail goes one way, and then needs a sender. */
function mailFaults({ SMTP_URL, SENDGRID_API_KEY, MAIL_FROM }: Env): string[] {
  if (SMTP_URL && SENDGRID_API_KEY) return ["SMTP_URL and SENDGRID_API_KEY are both set: mail goes one way, keep one"];
  const sends = SMTP_URL ? "SMTP_URL" : SENDGRID_API_KEY ? "SENDGRID_API_KEY" : null;
  if (sends && !MAIL_FROM) return [`MAIL_FROM is missing: ${sends} needs the address that mail comes from`];
  return [];
}

/** A broker is needed by what goes over it, and a password never goes to one in the open. */
function transportFaults(env: Env): string[] {
  const { EVENT_TRANSPORT: transport, KAFKA_SASL_MECHANISM: mechanism } = env;
  const faults: string[] = [];
  if (transport && transport !== "postgres" && !env.KAFKA_BROKERS)
    faults.push(`KAFKA_BROKERS is missing: EVENT_TRANSPORT=${transport} needs the addresses of the brokers`);
  if (mechanism)
    for (const name of ["KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD"] as const)
      if (!env[name]) faults.push(`${name} is missing: KAFKA_SASL_MECHANISM=${mechanism} needs it`);
  if (mechanism === "plain" && env.KAFKA_SSL === "off")
    faults.push("KAFKA_SSL must be on: KAFKA_SASL_MECHANISM=plain sends the password as it is");
  return faults;
}

/** One store, and all that opens it. */
function cacheFaults({ REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token }: Env): string[] {
  if (REDIS_URL && (url || token))
    return ["REDIS_URL and UPSTASH_REDIS_REST_URL or its token are both set: values are cached in one place, keep one"];
  if (url && !token) return ["UPSTASH_REDIS_REST_TOKEN is missing: UPSTASH_REDIS_REST_URL needs it"];
  if (token && !url) return ["UPSTASH_REDIS_REST_URL is missing: UPSTASH_REDIS_REST_TOKEN is of no use without it"];
  return [];
}

/** A key that opens two locks isn't one each. */
const secretFaults = ({ AUTH_SECRET, ENCRYPTION_KEY }: Env): string[] =>
  AUTH_SECRET === ENCRYPTION_KEY ? ["AUTH_SECRET and ENCRYPTION_KEY are the same: take two"] : [];

/** Throws one Error whose message names every variable that is wrong and what it should be. */
export function parseEnv(raw: Record<string, string | undefined>): Env {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = Env.safeParse(given);
  const faults = parsed.success
    ? [
        ...mailFaults(parsed.data),
        ...transportFaults(parsed.data),
        ...cacheFaults(parsed.data),
        ...secretFaults(parsed.data),
      ]
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  const lines = faults.map((fault) => `  ${fault}`);
  throw new Error(`The environment can't be used:\n${lines.join("\n")}\nEvery variable is described in .env.example.`);
}

let parsed: Env | undefined;
/** The environment of this process, parsed on first use (at boot, by `instrumentation.ts` and the workers). */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
