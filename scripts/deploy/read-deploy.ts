import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../process/spawn-node";

/** A file of `deploy/`, as text. */
export const deployText = (path: string): string => readFileSync(join(ROOT, "deploy", path), "utf8");

/** The same as YAML, with its anchors merged. */
export const deployYaml = <T>(path: string): T => parse(deployText(path), { merge: true }) as T;

export type Service = {
  image: string;
  command?: string | string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  secrets?: string[];
};
export type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { environment: string }>;
};

/** `a.b=c` lines of a properties file. */
export const properties = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([a-z][\w.]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));
