import { join } from "node:path";

/** The Java to run: the one of JAVA_HOME where that is set. */
export function javaProgram(): string {
  const home = process.env.JAVA_HOME?.trim();
  return home ? join(home, "bin", "java") : "java";
}
