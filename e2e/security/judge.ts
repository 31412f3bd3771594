import { ROOT } from "@/scripts/process/spawn-node";
import { type Answer, problemOf } from "./http";
import { isDevelopment } from "./pages";

/** What tells how the product is made: traces, paths, and words of the database. */
const INNARDS = [
  /\n\s+at (?:async )?[\w.<>[\] ]+ \(?(?:file:|node:|\/)/,
  /\bnode_modules\//,
  /\/(?:app|lib|scripts|components)\/[\w./[\]()-]+\.tsx?\b/,
  /Prisma(?:Client)?[A-Z]\w+|Invalid `.*` invocation|violates \w+ constraint|relation "\w+"|syntax error at or near/,
  /\bECONN(?:REFUSED|RESET)\b|\bSQLSTATE\b/,
];

/** Whose bytes an answer must not have. */
export type Secrets = readonly string[];

export type Judged = {
  what: string;
  answer: Answer;
  secrets: Secrets;
  /** An error here must be a problem document. */
  isApi?: boolean;
};

/** Every way in which an answer says too much, or that something broke. */
export async function faultsOf({ what, answer, secrets, isApi }: Judged): Promise<string[]> {
  const { status, text, headers } = answer;
  const faults: string[] = [];
  const blame = (words: string) => faults.push(`${what}: ${status} ${words}`);
  const problem = problemOf(answer);
  // To HEAD the answer's words are missing.
  if (status >= 500 && !(status === 503 && (problem?.code === "unavailable" || text === "")))
    blame(`is a failure: ${text.slice(0, 300)}`);
  const all = `${text}\n${JSON.stringify(headers)}`;
  for (const secret of secrets) if (all.includes(secret)) blame(`says ${secret}, which is another company's`);
  if (isApi && status >= 400 && status !== 405 && !(problem?.code && problem.request_id))
    blame(`is no problem document: ${headers["content-type"]} ${text.slice(0, 200)}`);
  // The development server tells on its pages where an error was.
  if (!(await isDevelopment()) || problem) {
    if (text.includes(ROOT)) blame(`names ${ROOT}`);
    for (const innard of INNARDS) {
      const [found] = innard.exec(text) ?? [];
      if (found && !isWord(found, headers["content-type"]))
        blame(`tells how it is made: ${found.trim().slice(0, 100)}`);
    }
  }
  return faults;
}

/** The licence's and the reference's own files may name packages. */
const isWord = (found: string, type = ""): boolean => found === "node_modules/" && /javascript|css/.test(type);

/** Runs so many at once, in order of their coming. */
export async function inParallel<T>(items: readonly T[], many: number, run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: many }, lane));
}
