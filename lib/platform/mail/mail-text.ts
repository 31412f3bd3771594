import type { MailContent } from "./mail-content";

/** The same mail without HTML: one block a part, each link alone on its line, so that clients find its end. */
export function mailText(content: MailContent): string {
  const {
    heading,
    paragraphs: [first, ...rest],
    facts = [],
    button,
    code,
    otherLink,
    smallPrint = [],
    footer,
  } = content;
  const blocks = [
    heading,
    first,
    ...(code === undefined ? [] : [code]),
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}${gapAfter(label)}${value}`).join("\n")] : []),
    ...rest,
    ...[button, otherLink].flatMap((place) => (place ? [`${place.label}\n${place.link}`] : [])),
    ...smallPrint,
    // "-- " alone on a line is what mail clients take for the beginning of a signature.
    `-- \nHashInsight\n${footer}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A full-width colon brings its own space. */
export const gapAfter = (label: string): string => (label.endsWith("：") ? "" : " ");

/** The http(s) links of a text, in their order, each once, without the punctuation of the sentence around them. */
export const linksOf = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g)].map(([link]) => link.replace(/[.,;:!?')]+$/, "")),
  ),
];
