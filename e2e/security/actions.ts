import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { Permission } from "@/lib/kernel/permission";
import type { UseCase } from "@/lib/kernel/use-case";
import { ROOT } from "@/scripts/process/spawn-node";
import { distDir } from "@/scripts/start/ensure-build";
import { sourceFiles } from "@/scripts/verify/source-files";
import { nodes, parse } from "@/scripts/verify/source-rule";

/** A server action as it stands in the sources: how it is called, and what its use case asks of who calls. */
export type Action = { file: string; name: string; takes: "input" | "form" | "nothing"; permission: Permission };

/** Every exported server action of the sources. Throws for one whose use case can't be told. */
export async function allActions(): Promise<Action[]> {
  const files = sourceFiles("app", /\.tsx?$/).filter((file) => /^"use server";/m.test(read(file)));
  return (await Promise.all(files.map(actionsIn))).flat();
}

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

async function actionsIn(file: string): Promise<Action[]> {
  const { tree } = parse(file, read(file));
  const imports = importsOf(tree);
  /** By the name of what `act` made: the use case. */
  const doors = new Map<string, string>();
  const found: (Omit<Action, "permission"> & { door: string })[] = [];
  for (const statement of tree.statements) {
    const isExported = ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.length ?? 0) > 0;
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const useCase = initializer && actOf(initializer);
        if (useCase) doors.set(name.getText(), useCase);
        if (isExported) found.push({ file, name: name.getText(), takes: "input", door: name.getText() });
      }
    } else if (ts.isFunctionDeclaration(statement) && isExported && statement.name) {
      const calls = nodes(statement).flatMap((node) => (ts.isCallExpression(node) ? [node.expression.getText()] : []));
      const door = calls.find((called) => doors.has(called)) ?? "";
      const takes = statement.parameters.length === 0 ? "nothing" : "form";
      found.push({ file, name: statement.name.text, takes, door });
    }
  }
  return Promise.all(
    found.map(async ({ door, ...action }) => {
      const source = imports.get(doors.get(door) ?? "");
      if (!source) throw new Error(`Nobody can tell which use case ${file} ${action.name} asks`);
      return { ...action, permission: await permissionOf(source) };
    }),
  );
}

type Import = { from: string; name: string };

/** By the local name: from where, and as what. */
function importsOf(tree: ts.SourceFile): Map<string, Import> {
  const found = new Map<string, Import>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const named = statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    for (const { name, propertyName } of named.elements)
      found.set(name.text, { from, name: (propertyName ?? name).text });
  }
  return found;
}

/** The name that `act(name, …)` is given. */
function actOf(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "act") return undefined;
  return node.arguments[0]?.getText();
}

async function permissionOf({ from, name }: Import): Promise<Permission> {
  const file = join(ROOT, `${from.replace(/^@\//, "")}.ts`);
  const module = (await import(pathToFileURL(file).href)) as Record<string, UseCase | undefined>;
  const useCase = module[name];
  if (!useCase) throw new Error(`${from} has no ${name}`);
  return useCase.permission;
}

/** Where an action is called in the build: its id, and the address of a page that has it. */
export type Place = { id: string; page: string };
type Manifest = Record<"node" | "edge", Record<string, { workers: object; filename?: string; exportedName?: string }>>;

/**
 * The places of the actions in the build that runs (`isDev`: under `npm run dev`, whose list has the pages that were
 * opened). Throws when there is no build.
 */
export function actionPlaces(isDev: boolean): Map<string, Place> {
  const file = join(ROOT, distDir(), isDev ? "dev" : "", "server", "server-reference-manifest.json");
  if (!existsSync(file)) throw new Error(`${file} is missing: the ids of the actions are read from the build`);
  const { node, edge } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(
    Object.entries({ ...node, ...edge }).flatMap(([id, { workers, filename, exportedName }]) =>
      Object.keys(workers).map((page) => [`${filename} ${exportedName}`, { id, page: addressOf(page) }] as const),
    ),
  );
}

/** `app/[locale]/(auth)/sign-in/page` → `/en/sign-in`. */
const addressOf = (page: string): string =>
  page
    .replace(/^app|\/page$|\/\([^)]+\)/g, "")
    .replace("[locale]", "en")
    .replaceAll(/\[[^\]]+\]/g, "0190c0de-0000-7000-8000-000000000000");
