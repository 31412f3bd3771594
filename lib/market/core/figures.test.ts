import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIGURES } from "./figures";

/** Rows of docs/data-sources.md that begin with a figure's name. */
const documented = readFileSync(new URL("../../../docs/data-sources.md", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const name = cells[1]?.match(/^`(\w+)`$/)?.[1];
    return name ? [[name, cells[2], cells[3], cells[4]]] : [];
  });

test("the documentation says what the rules are", () => {
  expect(documented).toEqual(
    Object.entries(FIGURES).map(([name, { sources, freshS, bounds }]) => [
      name,
      sources.join(", "),
      `${freshS} s`,
      bounds ? `${bounds.min} to ${bounds.max}` : "",
    ]),
  );
});
