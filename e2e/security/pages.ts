import { sourceFiles } from "@/scripts/verify/source-files";
import { ask } from "./http";

/** What stands in an address where a page has a parameter. A page with another one must be named here. */
const PARAMETERS: Record<string, string> = {
  "[token]": "none-of-ours-0123456789",
  "[id]": "antminer-s21-200t",
  "[...rest]": "no/such/page",
};

/** The address of every page of the sources in a language. Throws for a parameter that nobody has named. */
export function pagePaths(locale: "en" | "zh" = "en"): string[] {
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
    return ["", locale, ...named].join("/");
  });
}

let development: boolean | undefined;
/** Whether `npm run dev` answers, whose pages may use eval and tell where an error was. */
export async function isDevelopment(): Promise<boolean> {
  development ??= String((await ask({ path: "/en" })).headers["content-security-policy"]).includes("'unsafe-eval'");
  return development;
}
