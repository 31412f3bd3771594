/** Part of the address of the font's files, so that they may be kept for ever. A test holds it to the package. */
export const CHINESE_FONT_VERSION = "5.3.1";
