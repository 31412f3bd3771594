import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "./refusal";

/**
 * The options and words of a command, as parseArgs gives them. With --help or -h it prints `usage` and ends with exit code
 * 0; throws a Refusal with `usage` for what `config` doesn't have.
 */
export function commandLine<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  const args = config.args ?? process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs<T>(config);
  } catch (cause) {
    if (!(cause instanceof Error) || !("code" in cause) || !String(cause.code).startsWith("ERR_PARSE_ARGS_"))
      throw cause;
    // Its further sentences are about quoting.
    throw new Refusal(`${cause.message.split(/[.\n]\s?/)[0]}.`, usage, { cause });
  }
}
