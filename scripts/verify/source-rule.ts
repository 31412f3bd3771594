import ts from "typescript";

/** A file, its syntax, and every node of it. */
export type Source = { file: string; tree: ts.SourceFile; all: readonly ts.Node[] };

/** One thing that our code must not do; `find` gives the places where it does. */
export type SourceRule = {
  name: string;
  /** Where the rule holds. */
  files: RegExp;
  find(source: Source): Iterable<ts.Node>;
};

export function parse(file: string, text: string): Source {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  return { file, tree, all: nodes(tree) };
}

/** Every node below one, and the node itself. */
export function nodes(root: ts.Node): ts.Node[] {
  const all = [root];
  for (const node of all) ts.forEachChild(node, (child) => void all.push(child));
  return all;
}

/** "file:line has fault", for a person. */
export function placeOf({ file, tree }: Source, node: ts.Node): string {
  return `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The last name of what is called or read: `a.b.c` is `c`. */
export function lastName(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return node.argumentExpression.text;
  return undefined;
}

/** The text of a string that stands there as it is. */
export const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** What a file imports: the module, and the names as they are called in the file. */
export function* importsOf({ all }: Source): Generator<{ node: ts.Node; from: string; names: string[] }> {
  for (const node of all) {
    if (ts.isImportDeclaration(node)) {
      const { name, namedBindings } = node.importClause ?? {};
      const inner =
        namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.map((one) => one.name.text) : [];
      yield { node, from: literal(node.moduleSpecifier) ?? "", names: [...(name ? [name.text] : []), ...inner] };
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      yield { node, from: literal(node.moduleSpecifier) ?? "", names: [] };
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || lastName(node.expression) === "require")
    ) {
      yield { node, from: literal(node.arguments[0]) ?? "", names: [] };
    }
  }
}
