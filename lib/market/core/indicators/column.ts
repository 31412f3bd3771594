/** One value a bar, `null` where there is none yet. */
export type Column = readonly (number | null)[];

/** A column as the loops compute it: `NaN` where there is no value, which every sum of it carries on. */
export const toFloats = (values: Column): Float64Array => {
  const floats = new Float64Array(values.length);
  for (let index = 0; index < floats.length; index++) floats[index] = values[index] ?? Number.NaN;
  return floats;
};

/** The same as it is answered. */
export const toColumn = (floats: Float64Array): (number | null)[] => {
  const values: (number | null)[] = new Array(floats.length).fill(null);
  for (let index = 0; index < floats.length; index++) {
    const value = floats[index] ?? Number.NaN;
    if (!Number.isNaN(value)) values[index] = value;
  }
  return values;
};
