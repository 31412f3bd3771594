/** Headings by which each field's column is known, in both languages. Earlier words are surer. */
export type Vocabulary<Field extends string> = Record<Field, readonly string[]>;

/** What a column holds; `repeats`: its heading says the same as an earlier one's. Columns count from 1. */
export type GuessedColumn<Field extends string> = {
  column: number;
  heading: string;
  field: Field | null;
  sample: string;
  repeats: boolean;
};

/** Which column holds what, as somebody said; null: none. What isn't named is guessed. */
export type ChosenColumns<Field extends string> = { [F in Field]?: number | null | undefined };

export type ColumnGuesser<Field extends string> = {
  /** The field that a heading names. */
  fieldOf(heading: string): Field | undefined;
  /**
   * What each column of a heading holds: as `chosen` says, else by its words. A field that several headings name is
   * taken from the first, and the others say that they repeat it.
   */
  guess(
    headings: readonly string[],
    firstRow: readonly string[],
    chosen?: ChosenColumns<Field>,
  ): GuessedColumn<Field>[];
};

const LONGEST = 100;

/** `sure`: what in a heading, such as its unit, says more than its words. */
export function columnGuesser<Field extends string>(
  vocabulary: Vocabulary<Field>,
  sure: readonly (readonly [RegExp, NoInfer<Field>])[] = [],
): ColumnGuesser<Field> {
  const fields = Object.keys(vocabulary) as Field[];
  // A map, and never an object: headings may be called `__proto__` or `constructor`.
  const known = new Map(
    fields.flatMap((field) => vocabulary[field].map((heading) => [wordOf(heading), field] as const)),
  );
  const fieldOf = (heading: string) =>
    sure.find(([pattern]) => pattern.test(heading))?.[1] ?? known.get(wordOf(heading));
  return {
    fieldOf,
    guess(headings, firstRow, chosen = {}) {
      const width = Math.max(headings.length, firstRow.length);
      const taken = new Map<Field, number>();
      for (const field of fields) {
        const column = chosen[field];
        if (typeof column === "number" && column <= width) taken.set(field, column);
      }
      return Array.from({ length: width }, (_, index) => {
        const heading = headings[index] ?? "";
        const column = index + 1;
        const said = fields.find((field) => taken.get(field) === column);
        const guessed = fieldOf(heading);
        const isOpen = guessed !== undefined && chosen[guessed] === undefined;
        const field = said ?? (isOpen && !taken.has(guessed) ? guessed : null);
        const repeats = field === null && isOpen && taken.has(guessed);
        if (field !== null) taken.set(field, column);
        return {
          column,
          heading: heading.slice(0, LONGEST),
          field,
          sample: (firstRow[index] ?? "").slice(0, LONGEST),
          repeats,
        };
      });
    },
  };
}

/** `Hashrate (TH/s)`, `hashrate_th`, `算力（TH/s）` → `hashrate`, `算力`; `Power, kW` → `power` */
function wordOf(heading: string): string {
  const plain = heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[_\s]+/gu, " ")
    .replace(/\*/gu, "")
    .trim();
  return plain
    .replace(/[\s,:/]*[([][^()[\]]*[)\]]$/u, "")
    .replace(
      /[\s,:/]+(?:[gtpe]h(?:\/?s)?|k?w|watts?|(?:us\s*)?(?:cts?|¢|cents?)|(?:usd|us\$|\$|c|¢|cts?|cents?)\s*(?:\/|per)\s*[km]wh)$/u,
      "",
    )
    .trim();
}
