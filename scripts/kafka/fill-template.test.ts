import { expect, it } from "vitest";
import connector from "@/deploy/debezium/hashinsight-outbox.json";
import { PARTS } from "@/lib/platform/events/part-of";
import { fillTemplate } from "./fill-template";

const VALUES = { brokers: "127.0.0.1:1", data: "C:\\data", plugins: "/plugins", restPort: 8083 };

it("fills in every word, and keeps a backslash", () => {
  const filled = fillTemplate("connect-worker.properties", VALUES);
  expect(filled).toContain("bootstrap.servers=127.0.0.1:1\n");
  expect(filled).toContain("offset.storage.file.filename=C:\\\\data/offsets\n");
  expect(filled.replaceAll(/^#.*$/gm, "")).not.toMatch(/\{\{/);
});

it("doesn't leave a word empty", () => {
  expect(() => fillTemplate("server.properties", VALUES)).toThrow("server.properties asks for controllerPort");
});

it("lets Debezium make no topic with fewer partitions than the outbox counts on", () => {
  expect(Number(connector["topic.creation.default.partitions"])).toBeGreaterThanOrEqual(PARTS);
});
