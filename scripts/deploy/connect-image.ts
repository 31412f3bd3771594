/**
 * What the entrypoint of Debezium's image always sets from a variable without CONNECT_: the variable and its default. One
 * with CONNECT_ is overwritten, whatever it says.
 */
const OWN: Record<string, readonly [variable: string, otherwise: string]> = {
  "bootstrap.servers": ["BOOTSTRAP_SERVERS", "0.0.0.0:9092"],
  "group.id": ["GROUP_ID", "1"],
  "config.storage.topic": ["CONFIG_STORAGE_TOPIC", ""],
  "offset.storage.topic": ["OFFSET_STORAGE_TOPIC", ""],
  "status.storage.topic": ["STATUS_STORAGE_TOPIC", "connect-status"],
  "key.converter": ["KEY_CONVERTER", "org.apache.kafka.connect.json.JsonConverter"],
  "value.converter": ["VALUE_CONVERTER", "org.apache.kafka.connect.json.JsonConverter"],
  "offset.flush.interval.ms": ["OFFSET_FLUSH_INTERVAL_MS", "60000"],
  "offset.flush.timeout.ms": ["OFFSET_FLUSH_TIMEOUT_MS", "5000"],
  "task.shutdown.graceful.timeout.ms": ["SHUTDOWN_TIMEOUT", "10000"],
};

/** The worker's properties that Debezium's image makes of the variables it is given. */
export function connectProperties(environment: Record<string, string>): Record<string, string> {
  const passed = Object.entries(environment)
    .filter(([name]) => name.startsWith("CONNECT_"))
    .map(([name, value]) => [name.slice("CONNECT_".length).toLowerCase().replaceAll("_", "."), value]);
  const own = Object.entries(OWN).map(([name, [variable, otherwise]]) => [name, environment[variable] || otherwise]);
  return Object.fromEntries([...passed, ...own]);
}
