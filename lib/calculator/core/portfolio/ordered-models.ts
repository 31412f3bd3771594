/** As far as a list needs a model of the catalogue. */
type Model = { id: string; label: string };

/** The models' ids by name, and those that have what is searched for in theirs, however it is spaced and cased. */
export function orderedModels(
  models: readonly Model[],
  search: string | undefined,
): { named: string[]; found: string[] } {
  const wanted = search === undefined ? undefined : bare(search);
  return {
    named: models.toSorted((a, b) => (a.label < b.label ? -1 : 1)).map(({ id }) => id),
    found: models.filter(({ label }) => wanted !== undefined && bare(label).includes(wanted)).map(({ id }) => id),
  };
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]+/g, "");
