/**
 * The id that a row of a list has as somebody's machines: that of the list with the row's number at its end. So a row
 * that is kept twice is there once. UUIDs of version 7 end in 62 random bits; a sheet's rows need 20 of them.
 */
export const keptId = (originId: string, row: number): string =>
  originId.slice(0, -5) + row.toString(16).padStart(5, "0");
