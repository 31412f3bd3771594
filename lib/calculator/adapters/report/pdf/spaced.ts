/**
 * `12分钟前` → `12 分钟前`: Chinese is set with air around figures and Latin words, and the PDF writer breaks a line
 * there without a hyphen only where it finds a space.
 */
export const spaced = (text: string): string =>
  text.replace(/([\p{Nd}A-Za-z])(?=\p{Script=Han})|(\p{Script=Han})(?=[\p{Nd}A-Za-z])/gu, "$1$2 ");
