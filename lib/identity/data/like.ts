/** A text as part of a LIKE pattern: its own wildcards mean themselves. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
