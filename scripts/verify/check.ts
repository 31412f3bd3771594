/** One rule of the house that a machine checks. `faults` are lines for a person; none means kept. */
export type Check = { name: string; run(): Promise<{ faults: string[]; words: string }> };
