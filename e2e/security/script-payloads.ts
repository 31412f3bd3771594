/** Texts that would call `hit(mark)` if a page took them for more than text. At most 60 characters with a mark of five. */
const SHAPES: Record<string, (call: string, mark: string) => string> = {
  "a script": (call) => `<script>${call}</script>`,
  "an image that fails": (call) => `<img src=x onerror=${call}>`,
  "out of an attribute": (call) => `"><svg onload=${call}>`,
  "out of a string": (call) => `'-${call}-'`,
  "out of a title": (call) => `</title><script>${call}</script>`,
  "out of a script": (call) => `</script><script>${call}</script>`,
  "a frame": (call) => `<iframe srcdoc="<script>parent.${call}</script>">`,
  "a link": (call, mark) => `<a href="javascript:${call}">${mark}</a>`,
  "an element that opens by itself": (call, mark) => `<details open ontoggle=${call}>${mark}`,
  "a template": (call) => `{{constructor.constructor("${call}")()}}`,
  "a string of a template": (call) => `\${${call}}`,
  "escapes of a script": (call) => `\\u003cimg src=x onerror=${call}\\u003e`,
};

/** One text: what it is called, and how it is told from all others. */
export type Payload = { shape: string; mark: string; text: string };

/** The payloads of a field; `code` (two characters) makes their marks the field's own. */
export const payloadsOf = (code: string): Payload[] =>
  Object.entries(SHAPES).map(([shape, write], index) => {
    const mark = `${code}${String(index).padStart(2, "0")}z`;
    return { shape, mark, text: write(`hit('${mark}')`, mark) };
  });

/** Whether a document has a payload in it as it was sent; one without a sign of markup says nothing by being there. */
export const standsRaw = (html: string, { text }: Payload): boolean => /[<"]/.test(text) && html.includes(text);
