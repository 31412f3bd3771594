import ts from "typescript";
import { importsOf, lastName, literal, nodes, type Source } from "./source-rule";

/**
 * A file of server actions is a door: every export is `act(useCase)`, or a function that gives its form to one. A use case
 * is named there as an argument of `act` and nowhere else; no function elsewhere makes itself an action.
 */
export function* actionsOf(source: Source): Generator<ts.Node> {
  const { tree, all } = source;
  if (!tree.statements.some(isUseServer)) {
    for (const node of all) if (ts.isExpressionStatement(node) && isUseServer(node)) yield node;
    return;
  }
  const doors = new Set<string>();
  for (const node of all) {
    if (ts.isVariableDeclaration(node) && node.initializer && isAct(node.initializer)) doors.add(node.name.getText());
  }
  for (const statement of tree.statements) {
    if (isExported(statement) && !isDoor(statement, doors)) yield statement;
  }
  yield* strayUseCases(source);
}

const isUseServer = (node: ts.Node): boolean =>
  ts.isExpressionStatement(node) && literal(node.expression) === "use server";
const isAct = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "act";

const isExported = (node: ts.Statement): boolean =>
  ts.isExportDeclaration(node) ||
  ts.isExportAssignment(node) ||
  (ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

function isDoor(node: ts.Statement, doors: ReadonlySet<string>): boolean {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.every(
      ({ initializer }) => initializer !== undefined && (isAct(initializer) || asks(initializer, doors)),
    );
  return ts.isFunctionDeclaration(node) && asks(node, doors);
}

/** Whether a function calls one of the doors. */
function asks(node: ts.Node, doors: ReadonlySet<string>): boolean {
  for (const inner of nodes(node)) {
    if (ts.isCallExpression(inner) && doors.has(lastName(inner.expression) ?? "")) return true;
  }
  return false;
}

function* strayUseCases(source: Source): Generator<ts.Node> {
  const useCases = new Set(
    [...importsOf(source)].flatMap(({ from, names }) => (/\/use-cases\//.test(from) ? names : [])),
  );
  for (const node of source.all) {
    if (!ts.isIdentifier(node) || !useCases.has(node.text)) continue;
    const { parent } = node;
    // The name of an import, of a field or of a type's member is no use of it; `{ save }` is.
    const isNamed =
      ts.isImportSpecifier(parent) ||
      (!ts.isShorthandPropertyAssignment(parent) && (parent as { name?: ts.Node }).name === node);
    if (!isNamed && !(isAct(parent) && (parent as ts.CallExpression).arguments[0] === node)) yield node;
  }
}
