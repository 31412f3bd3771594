import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/context";
import { allUseCases } from "@/lib/testing/security/contracts/use-cases";
import { sourceFiles } from "@/scripts/verify/source-files";
import { actionName, auditNames } from "./names";

const wordsIn = (locale: Locale) => {
  const all = { locale, messages: messages[locale] };
  return {
    actions: createTranslator({ ...all, namespace: "actions" }),
    audit: createTranslator({ ...all, namespace: "audit" }),
  };
};
const words = { en: wordsIn("en"), zh: wordsIn("zh") };

const sources = sourceFiles("lib", /(?<!\.test)\.ts$/).map((file) => readFileSync(file, "utf8"));
const found = (pattern: RegExp, within = sources) =>
  [...new Set(within.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name)))].sort();

/** Routine work leaves no entry. */
const commands = (await allUseCases()).flatMap((useCase) =>
  useCase.kind === "command" && !("routine" in useCase) ? [useCase.name] : [],
);
/** A unit of work of one's own writes its entries under its own name. */
const ownUnits = found(
  /inOwnUnit\(\s*ctx,\s*"([^"]+)"/g,
  sources.filter((text) => text.includes(".unit.audit(")),
);

const actions = [...commands, ...ownUnits];

describe.each(["en", "zh"] as const)("the audit log in %s", (locale) => {
  it.each(actions)("has words for %s", (name) => {
    expect(actionName(words[locale].actions, name)).not.toBe(name);
  });

  it.each(found(/\bentity: "(\w+)"/g))("has words for the kind %s", (entity) => {
    expect(auditNames(words[locale].audit).entity(entity)).not.toBe(entity);
  });
});

describe("the words of actions", () => {
  it("belong to actions that there are", () => {
    const known = actions.map((name) => name.replaceAll(".", "_"));
    expect(Object.keys(messages.en.actions).filter((key) => !known.includes(key))).toEqual([]);
  });

  it("leave a name that nobody knows, or a part of one, as it is", () => {
    expect(actionName(words.en.actions, "identity.login")).toBe("Signed in");
    expect(actionName(words.zh.actions, "identity.login")).toBe("登录");
    for (const name of ["identity", "fleet.report.export"]) expect(actionName(words.en.actions, name)).toBe(name);
  });
});
