import { Kafka, type KafkaConfig, type LogEntry, logLevel, type SASLOptions } from "kafkajs";
import { type Env, env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/**
 * Retries belong to the client: those of a producer alone don't cover its connections. Sixty of them with at most half
 * a second between ride through half a minute without a broker; kafkajs' own five give up within 12 s.
 */
export const RETRY = { initialRetryTime: 50, maxRetryTime: 500, retries: 60 };
const CONNECT_MS = 1_000;
/** A broker that has gone silent is left; kafkajs' own 30 s are five sessions of a consumer. */
const ANSWER_MS = 10_000;

/** A client for `brokers` (host:port, several with commas), for one process of ours named `clientId`. */
export function kafkaClient(brokers: string, clientId: string, settings: Partial<KafkaConfig> = {}): Kafka {
  return new Kafka({
    brokers: brokers.split(","),
    clientId,
    connectionTimeout: CONNECT_MS,
    requestTimeout: ANSWER_MS,
    retry: RETRY,
    logLevel: logLevel.INFO,
    logCreator: () => tell,
    ...settings,
  });
}

/** A client for the brokers of the environment. */
export const ourKafka = (settings: Partial<KafkaConfig> = {}): Kafka =>
  kafkaClient(env().KAFKA_BROKERS ?? "", "hashinsight", { ...safety(env()), ...settings });

type Safety = Pick<Env, "KAFKA_SSL" | "KAFKA_SASL_MECHANISM" | "KAFKA_SASL_USERNAME" | "KAFKA_SASL_PASSWORD">;

/** How the brokers know that we are we, and we that they are they. */
export function safety(given: Safety): Pick<KafkaConfig, "ssl" | "sasl"> {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = given;
  const sasl = mechanism ? ({ mechanism, username, password } as SASLOptions) : undefined;
  return { ssl: given.KAFKA_SSL === "on", ...(sasl ? { sasl } : {}) };
}

/** How often the same line of kafkajs is worth a warning: without a broker each connection has one every second. */
const WARN_EACH_MS = 10_000;
const warned = new Map<string, number>();

/** kafkajs calls an error what it then mends by itself; what it can't mend, it throws. */
function tell({ level, namespace, log: { message, logger, timestamp, stack, ...fields } }: LogEntry): void {
  const words = `kafkajs: ${message}`;
  const isNew = performance.now() - (warned.get(words) ?? Number.NEGATIVE_INFINITY) > WARN_EACH_MS;
  if (level <= logLevel.WARN && isNew) {
    warned.set(words, performance.now());
    log[level === logLevel.ERROR ? "warn" : "info"]({ namespace, ...fields }, words);
  } else log.debug({ namespace, ...fields }, words);
}
