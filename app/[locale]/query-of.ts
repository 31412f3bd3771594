/** What Next gives a page of its address, where a name may stand several times. */
export type Address = Record<string, string | string[] | undefined>;

/** The address of a page as it was written. */
export async function queryOf(address: Promise<Address>): Promise<URLSearchParams> {
  return new URLSearchParams(
    Object.entries(await address).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
}
