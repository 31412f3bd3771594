export const WIDE = "@wide";
export const NARROW = "@narrow";

/**
 * What a journey does is the same in every width of a window, so each goes in one. What is looked at in both (overflow,
 * order, contrast) has no such tag.
 */
export const wide = { tag: WIDE };
export const narrow = { tag: NARROW };

/** Chinese in the wide window, English, whose words are longer, on the phone. */
export const inOneWidth = (locale: "en" | "zh") => (locale === "zh" ? wide : narrow);
