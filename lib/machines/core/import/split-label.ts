const AT_THE_END = /^(.*?)[\s\-_,]*\(?(?<![a-z0-9.])(\d+(?:\.\d+)?)\s*(?:th\/s|ths|th|t)\)?$/iu;

/** `"Antminer S21 200T"` → `Antminer S21`, 200: lists often write the bin into the name. */
export function splitLabel(text: string): { name: string; hashrateTh: number | null } {
  const [, name = "", bin] = AT_THE_END.exec(text.normalize("NFKC").trim()) ?? [];
  return bin === undefined || name === "" ? { name: text, hashrateTh: null } : { name, hashrateTh: Number(bin) };
}
