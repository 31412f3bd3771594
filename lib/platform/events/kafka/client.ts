import { Kafka, type LogEntry, logLevel } from "kafkajs";
import { log } from "@/lib/platform/log";

/**
 * Retries belong to the client: those of a producer alone don't cover its connections. Sixty of them with at most half
 * a second between ride through half a minute without a broker; kafkajs' own five give up within 12 s.
 */
const RETRY = { initialRetryTime: 50, maxRetryTime: 500, retries: 60 };
const CONNECT_MS = 1_000;

/** A client for `brokers` (host:port, several with commas), for one process of ours named `clientId`. */
export function kafkaClient(brokers: string, clientId: string): Kafka {
  return new Kafka({
    brokers: brokers.split(","),
    clientId,
    connectionTimeout: CONNECT_MS,
    retry: RETRY,
    logLevel: logLevel.INFO,
    logCreator: () => tell,
  });
}

/** kafkajs calls an error what it then mends by itself; what it can't mend, it throws. */
function tell({ level, namespace, log: { message, logger, timestamp, stack, ...fields } }: LogEntry): void {
  const words = `kafkajs: ${message}`;
  if (level === logLevel.ERROR) log.warn({ namespace, ...fields }, words);
  else if (level === logLevel.WARN) log.info({ namespace, ...fields }, words);
  else log.debug({ namespace, ...fields }, words);
}
