import { cx } from "class-variance-authority";
import { createElement, type ReactNode } from "react";
import { type MathNode, parseNotation } from "./notation";

type Props = {
  /** A line may break between two parts and nowhere else. */
  parts: readonly string[];
  className?: string;
};

/** A formula in MathML, which every browser sets and screen readers read; see `parseNotation` for how it is written. */
export function Formula({ parts, className }: Props) {
  return (
    <span className={cx("[&_math]:font-sans [&_mfrac]:mx-[0.12em]", className)}>
      {parts.map((part) => (
        <span key={part}>{createElement("math", { displaystyle: "true" }, element(parseNotation(part)))} </span>
      ))}
    </span>
  );
}

/** Upright letters in the page's own font: no browser here needs a font for mathematics. */
function element(node: MathNode): ReactNode {
  switch (node.kind) {
    case "number":
      return createElement("mn", null, node.text);
    case "name":
      return createElement("mi", { mathvariant: "normal" }, node.text);
    case "operator":
      return createElement("mo", { stretchy: "false", ...spacing(node.text) }, node.text);
    case "row":
      return createElement("mrow", null, ...node.items.map((item) => element(item)));
    case "sign":
      return createElement("mo", { stretchy: "false", form: "prefix", lspace: "0", rspace: "0" }, node.text);
    case "fraction":
      return createElement("mfrac", null, element(node.above), element(node.below));
    case "script": {
      const { base, above, below } = node;
      const [tag, scripts] =
        above && below
          ? (["msubsup", [below, above]] as const)
          : above
            ? (["msup", [above]] as const)
            : (["msub", below ? [below] : []] as const);
      return createElement(tag, null, element(base), ...scripts.map((script) => element(script)));
    }
  }
}

/** Said outright, since a part that begins with an operator would be set as a sign. */
const spacing = (operator: string): { form?: string; lspace?: string; rspace?: string } =>
  /[=≈+−·×]/.test(operator) ? { form: "infix", lspace: "0.22em", rspace: "0.22em" } : { lspace: "0", rspace: "0" };
