import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { UseCase } from "@/lib/kernel/use-case";
import { ROOT } from "@/scripts/process/spawn-node";
import { sourceFiles } from "@/scripts/verify/source-files";

/** Every use case that there is, by the files of the tree: what pages, actions and REST can reach. */
export async function allUseCases(): Promise<UseCase[]> {
  const files = sourceFiles("lib", /\.ts$/).filter((file) => /\/use-cases\/(?!.*\.test\.ts$)/.test(file));
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ pathToFileURL(join(ROOT, file)).href)),
  );
  const found = modules.flatMap((module: Record<string, unknown>) => Object.values(module).filter(isUseCase));
  return [...new Map(found.map((useCase) => [useCase.name, useCase])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function isUseCase(value: unknown): value is UseCase {
  return typeof value === "object" && value !== null && "execute" in value && "permission" in value && "input" in value;
}
