/** A form as it stands in a document: where it goes, how, and its fields as they are filled in. */
export type Form = { method: "GET" | "POST"; action: string; fields: { name: string; value: string }[] };

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? "");

/** React writes attributes in double quotes. */
function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag) ?? [];
  return value === undefined ? undefined : plain(value);
}

/** The addresses that a document links to, without what is behind a `#`. */
export const linksIn = (html: string): string[] => [
  ...new Set(
    (html.match(/<a\b[^>]*>/gi) ?? []).flatMap((tag) => {
      const [href = ""] = (attribute(tag, "href") ?? "").split("#");
      return href === "" ? [] : [href];
    }),
  ),
];

/** The forms that post without scripts too, to `path` where they name nothing else. */
export function formsIn(html: string, path: string): Form[] {
  return (html.match(/<form\b[\s\S]*?<\/form>/gi) ?? []).flatMap((form): Form[] => {
    const [tag = ""] = /<form\b[^>]*>/i.exec(form) ?? [];
    const action = attribute(tag, "action");
    // Its action is a function of the page: without scripts it goes nowhere.
    if (action?.startsWith("javascript:")) return [];
    const fields = (form.match(/<(?:input|select|textarea|button)\b[^>]*>/gi) ?? []).flatMap((field) => {
      const name = attribute(field, "name");
      return name === undefined ? [] : [{ name, value: attribute(field, "value") ?? "" }];
    });
    const method = /^post$/i.test(attribute(tag, "method") ?? "get") ? "POST" : "GET";
    return [{ method, action: action || path, fields }];
  });
}
