import { sourceFiles } from "@/scripts/verify/source-files";
import { ask } from "./http";

/** What stands in an address where a page has a parameter. A page with another one must be named here. */
const PARAMETERS: Record<string, string> = {
  "[token]": "none-of-ours-0123456789",
  // With a dot, as names of machines have it and files do.
  "[id]": "avalon-mini-3-37.5t",
  "[...rest]": "no/such/page",
};

/** The address of every page of the sources in a language. Throws for a parameter that nobody has named. */
export const pagePaths = (locale: "en" | "zh" = "en"): string[] => pages(locale).map(({ path }) => path);

/** Those that ask for a session. */
export const closedPaths = (locale: "en" | "zh" = "en"): string[] =>
  pages(locale).flatMap(({ path, group }) => (group === "(app)" || group === "(admin)" ? [path] : []));

function pages(locale: "en" | "zh"): { path: string; group: string | undefined }[] {
  return sourceFiles("app/[locale]", /^page\.tsx$/).map((file) => {
    const parts = file.split("/").slice(2, -1);
    const named = parts
      .filter((part) => !part.startsWith("("))
      .map((part) => {
        if (!part.startsWith("[")) return part;
        const value = PARAMETERS[part];
        if (value === undefined) throw new Error(`Say in e2e/security/pages.ts what ${part} of ${file} is`);
        return value;
      });
    return { path: ["", locale, ...named].join("/"), group: parts.find((part) => part.startsWith("(")) };
  });
}

let development: boolean | undefined;
/** Whether `npm run dev` answers, whose pages may use eval and tell where an error was. */
export async function isDevelopment(): Promise<boolean> {
  development ??= String((await ask({ path: "/en" })).headers["content-security-policy"]).includes("'unsafe-eval'");
  return development;
}
