import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Formula } from "./math";

it("is MathML, one element a part", () => {
  const html = renderToStaticMarkup(<Formula parts={["s = frac{1}{N}", "· x_1^{−T}"]} />);
  expect(html.match(/<math displaystyle="true">/g)).toHaveLength(2);
  expect(html).toContain('<mfrac><mn>1</mn><mi mathvariant="normal">N</mi></mfrac>');
  expect(html).toContain('<msubsup><mi mathvariant="normal">x</mi><mn>1</mn><mrow><mo stretchy="false" form="prefix"');
});
