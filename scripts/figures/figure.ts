import type { z } from "zod";

/** A pure function of the product that anyone can run on JSON: `npm run --silent figure -- NAME < in.json`. */
export type Figure = {
  name: string;
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
  /** Takes what `input` has parsed; a promise where a solver is asked. */
  run(input: unknown): unknown;
};

/** Ties a figure's function to its shapes. */
export function figure<I extends z.ZodType, O extends z.ZodType>(spec: {
  name: string;
  summary: string;
  input: I;
  output: O;
  run(input: z.output<I>): z.input<O> | Promise<z.input<O>>;
}): Figure {
  return { ...spec, run: (input) => spec.run(input as z.output<I>) };
}
