import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { EventType } from "@/lib/kernel/event";
import { ROOT } from "@/scripts/process/spawn-node";
import { sourceFiles } from "@/scripts/verify/source-files";
import { allUseCases } from "../security/contracts/use-cases";
import { SILENT_COMMANDS } from "./silent-commands";

const commands = (await allUseCases()).filter(({ kind }) => kind === "command");
const events = await eventTypes();

describe("what others hear of a command", () => {
  it.each(commands.map(({ name, emits }) => [name, emits] as const))(
    "%s says it, or why they need not",
    (name, emits) => {
      if (emits === undefined) expect(SILENT_COMMANDS[name] ?? "no reason given").not.toBe("no reason given");
      else {
        expect(emits).not.toEqual([]);
        expect(SILENT_COMMANDS).not.toHaveProperty(name);
      }
    },
  );

  it("has no reason for a command that is not there", () => {
    const names = commands.map(({ name }) => name);
    expect(Object.keys(SILENT_COMMANDS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("has a command for every kind of event", () => {
    const told = new Set(commands.flatMap(({ emits }) => (emits ?? []).map(({ kind }) => kind)));
    expect(events.length).toBeGreaterThan(10);
    expect(events.map(({ kind }) => kind).filter((kind) => !told.has(kind))).toEqual([]);
  });
});

/** Every kind of event of the domains, by the files of the tree. */
async function eventTypes(): Promise<EventType[]> {
  const files = sourceFiles("lib", /\.ts$/).filter((file) => /^lib\/[^/]+\/events\.ts$/.test(file));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(ROOT, file)).href)));
  return modules.flatMap((module: Record<string, EventType>) => Object.values(module));
}
