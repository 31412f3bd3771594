import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { missing } from "./missing";

afterEach(() => vi.unstubAllEnvs());

it("names in one line what is lacking, by Debian's names", () => {
  vi.stubEnv("PATH", "/nowhere");
  vi.stubEnv("JAVA_HOME", "/nowhere");
  vi.stubEnv("KAFKA_CACHE_DIR", join(tmpdir(), "no-jars-here"));
  expect(missing("broker")).toBe(
    "Kafka needs Java 17 or newer and Maven (Debian: apt-get install default-jre-headless maven)",
  );
});
