import { text } from "node:stream/consumers";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { parseInput } from "@/lib/kernel/use-case";
import { figures } from "./figures";
import type { Figure } from "./figures/figure";
import { commandLine } from "./process/command-line";
import { explain, Refusal } from "./process/refusal";

// `npm run --silent figure -- NAME < in.json > out.json`: stdout carries the JSON and nothing else.
const USAGE = "npm run --silent figure -- NAME < in.json > out.json";

async function main(): Promise<unknown> {
  const [name] = commandLine(`${USAGE}, or list as the name`, { allowPositionals: true }).positionals;
  if (name === "list") return figures.map(describe);
  const found = figures.find((figure) => figure.name === name);
  const names = ["list", ...figures.map((figure) => figure.name)].join(", ");
  if (!found) throw new AppError("not_found", `${name ? `There is no figure "${name}".` : USAGE} Names: ${names}.`);
  return found.output.parse(await found.run(parseInput(found.input, await readJson())));
}

function describe(figure: Figure) {
  const shape = (schema: z.ZodType, io: "input" | "output") => z.toJSONSchema(schema, { io });
  return {
    name: figure.name,
    summary: figure.summary,
    input: shape(figure.input, "input"),
    output: shape(figure.output, "output"),
  };
}

async function readJson(): Promise<unknown> {
  if (process.stdin.isTTY) throw new AppError("bad_request", `There is no input. Use ${USAGE}`);
  let input: unknown;
  try {
    input = JSON.parse(await text(process.stdin));
  } catch (cause) {
    throw new AppError("bad_request", `The input is not JSON. Use ${USAGE}`, {}, { cause });
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new AppError("bad_request", "The input must be a JSON object.");
  }
  return input;
}

try {
  process.stdout.write(`${JSON.stringify(await main(), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof AppError || error instanceof Refusal)) throw error;
  const { errors = [] } = error instanceof AppError ? error.details : {};
  const fields = errors.map(({ path, message }) => `  ${path || "input"}: ${message}`);
  process.stderr.write(`${[error instanceof Refusal ? explain(error) : error.message, ...fields].join("\n")}\n`);
  process.exitCode = 1;
}
