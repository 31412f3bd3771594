import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../process/spawn-node";

export const deployPath = (path: string): string => join(ROOT, "deploy", path);

/** A file of `deploy/`, as text. */
export const deployText = (path: string): string => readFileSync(deployPath(path), "utf8");

/** The same as YAML, with its anchors merged. */
export const deployYaml = <T>(path: string): T => parse(deployText(path), { merge: true }) as T;

export type Service = {
  image: string;
  profiles?: string[];
  restart?: string;
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

/** What the product's image sets itself: the variables of its last stage. */
export const imageEnv = (): Record<string, string> =>
  Object.fromEntries(
    [
      ...(
        deployText("Dockerfile")
          .split(/^FROM /m)
          .at(-1) ?? ""
      ).matchAll(/^ENV (.+)$/gm),
    ]
      .flatMap(([, pairs = ""]) => pairs.split(" "))
      .map((pair) => pair.split("=") as [string, string]),
  );

/** `a.b=c` lines of a properties file. */
export const properties = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([a-z][\w.]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));
