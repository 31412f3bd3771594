import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { OBJECTIVES, type ObjectiveName } from "@/lib/kernel/objectives";
import { metrics } from "@/lib/platform/metrics/metrics";
import { type Compose, deployPath, deployText, deployYaml } from "./read-deploy";

type Rule = { record?: string; alert?: string; expr: string; labels?: Record<string, string>; for?: string };
type Rules = { groups: { name: string; rules: Rule[] }[] };
type Panel = { id: number; title: string; type: string; targets?: { expr: string }[] };

const rules = deployYaml<Rules>("prometheus/rules.yml").groups.flatMap((group) => group.rules);
const panels = (JSON.parse(deployText("grafana/dashboards/hashinsight.json")) as { panels: Panel[] }).panels;
const recorded = new Set(rules.flatMap(({ record }) => record ?? []));

/** Every series that the registry brings, with the labels that it may have. */
function series(): Map<string, readonly string[]> {
  const all = metrics().registry.getMetricsAsArray() as unknown as {
    name: string;
    type: string;
    labelNames?: string[];
  }[];
  return new Map(
    all.flatMap(({ name, labelNames = [], ...rest }) => {
      const isHistogram = "buckets" in rest || "upperBounds" in rest;
      const suffixes = isHistogram ? ["_bucket", "_sum", "_count"] : [""];
      return suffixes.map((suffix) => [`${name}${suffix}`, [...labelNames, "le"]] as const);
    }),
  );
}

const named = (expr: string): string[] =>
  [...expr.matchAll(/\b(?:hashinsight|nodejs|process)[\w:]*/g)].map(([name]) => name);
const known = series();
const expressions = [
  ...rules.map(({ expr, alert, record }) => [alert ?? record ?? "", expr] as const),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

describe("alert rules and dashboards", () => {
  it.each(expressions)("%s asks for figures that there are: %s", (_, expr) => {
    const names = named(expr);
    if (!expr.includes("up{")) expect(names).not.toEqual([]);
    for (const name of names) expect([...known.keys(), ...recorded], name).toContain(name);
  });

  it("filter by labels that the figures have", () => {
    for (const [, expr] of expressions)
      for (const [, name = "", filter = ""] of expr.matchAll(/\b(hashinsight\w+)\{([^}]*)\}/g))
        for (const [, label = ""] of filter.matchAll(/(\w+)(?:=~|!~|!=|=)/g))
          if (!recorded.has(name)) expect(known.get(name), `${name}{${label}}`).toContain(label);
  });

  it("cut histograms where they have a bucket", async () => {
    const { requests, visible, handling } = metrics();
    requests.observe({ door: "rest", method: "GET", route: "/x", status: "200" }, 1);
    for (const one of [visible, handling]) one.observe({ group: "g", topic: "t" }, 1);
    const lines = await metrics().registry.metrics();
    for (const [, expr] of expressions)
      for (const [, name = "", le = ""] of expr.matchAll(/(hashinsight\w+_bucket)\{[^}]*le="([\d.]+)"/g))
        expect(lines, `${name} le=${le}`).toMatch(new RegExp(`${name}\\{le="${le.replace(".", "\\.")}"`));
  });

  it("burn the budgets of the objectives, at their bounds", () => {
    const burning = rules.filter(({ record }) => record?.startsWith("hashinsight:burn_rate:"));
    expect(burning.length % 4).toBe(0);
    for (const { expr, labels } of burning) {
      const objective = OBJECTIVES[labels?.objective as ObjectiveName];
      expect(Number(/\/ ([\d.]+)\s*$/.exec(expr)?.[1])).toBeCloseTo(1 - objective.target, 10);
      const [, le] = /le="([\d.]+)"/.exec(expr) ?? [];
      if (objective.withinMs !== null) expect(Number(le) * 1000).toBe(objective.withinMs);
    }
  });

  it("have a paragraph each in the operations manual, and no two panels the same number", () => {
    const manual = deployText("../docs/operations.md");
    for (const { alert } of rules) if (alert) expect(manual, alert).toContain(`\`${alert}\``);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});

describe("Alertmanager", () => {
  type Config = {
    route: { receiver: string };
    receivers: { name: string; webhook_configs?: { url_file: string }[] }[];
  };
  const { environment, command, volumes } = deployYaml<Compose>("compose.yaml").services.alertmanager ?? {};

  it("hears of alerts from Prometheus, at its port", () => {
    const { alerting } = deployYaml<{ alerting: unknown }>("prometheus/prometheus.yml");
    expect(alerting).toEqual({ alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] });
    expect(environment?.ALERT_WEBHOOK_URL).toMatch(/^\$\{ALERT_WEBHOOK_URL:-\}$/);
  });

  it.each([
    ["", undefined],
    ["https://hooks.example.org/a?b=c&d|e", "/alertmanager/webhook-url"],
  ])("tells whom ALERT_WEBHOOK_URL names: %j", (url, file) => {
    const folder = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
    writeFileSync(join(folder, "alertmanager"), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    const script =
      command
        ?.at(-1)
        ?.replaceAll("$$", "$")
        .replaceAll("/etc/", `${deployPath(".")}/`) ?? "exit 1";
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, ALERT_WEBHOOK_URL: url };
    const { stdout } = spawnSync("/bin/sh", ["-ec", script], { cwd: folder, env, encoding: "utf8" });
    expect(stdout).toMatch(/^--config.file=alertmanager.yml --storage.path=\/alertmanager /);
    const { route, receivers } = parse(readFileSync(join(folder, "alertmanager.yml"), "utf8")) as Config;
    const receiver = receivers.find(({ name }) => name === route.receiver);
    expect(receiver?.webhook_configs?.[0]?.url_file).toBe(file);
    expect(readFileSync(join(folder, "webhook-url"), "utf8")).toBe(url);
    expect(volumes).toContain("alertmanager-data:/alertmanager");
    rmSync(folder, { recursive: true });
  });
});

it("Prometheus asks parts that there are, at the ports where they tell their figures, with the token", () => {
  type Scrape = { authorization: { credentials_file: string }; static_configs: { targets: string[] }[] };
  const { scrape_configs, rule_files } = deployYaml<{ scrape_configs: Scrape[]; rule_files: string[] }>(
    "prometheus/prometheus.yml",
  );
  const { services, secrets } = deployYaml<Compose>("compose.yaml");
  expect(rule_files).toEqual(["rules.yml"]);
  const targets = scrape_configs.flatMap(({ static_configs }) => static_configs.flatMap((one) => one.targets));
  expect(targets.map((target) => target.split(":")[0])).toEqual(["web", "relay", "consumers", "scheduler", "work"]);
  for (const target of targets) {
    const [name = "", port] = target.split(":");
    const environment = services[name]?.environment;
    expect(name === "web" ? environment?.PORT : environment?.METRICS_PORT, target).toBe(port);
  }
  for (const { authorization } of scrape_configs)
    expect(authorization.credentials_file).toBe(`/run/secrets/${Object.keys(secrets)[0]}`);
  expect(secrets.metrics_token?.environment).toBe("METRICS_TOKEN");
});
