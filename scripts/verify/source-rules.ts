import ts from "typescript";
import { actionsOf } from "./action-rule";
import { importsOf, lastName, literal, type Source, type SourceRule } from "./source-rule";

const PRODUCT = /^(?:app|components|lib|workers)\/|^(?:proxy|instrumentation)\.ts$/;
/** Where a guessable number would open something. */
const SECURITY = /^lib\/(?:identity|audit|transport|kernel)\/|^lib\/platform\/(?!http\.ts$)|^proxy\.ts$/;
const STORES = /^lib\/(?:platform|[^/]+\/data)\//;

/** The variable that switches the check of certificates off for a whole process. */
const UNCHECKED = ["NODE_TLS", "REJECT_UNAUTHORIZED"].join("_");

/** Sends what others have worded; the words are looked at where they stand. */
const SENDS_STATEMENTS = /^lib\/platform\/database\//;

const calls = function* ({ all }: Source): Generator<ts.CallExpression | ts.NewExpression> {
  for (const node of all) if (ts.isCallExpression(node) || ts.isNewExpression(node)) yield node;
};

/** What code must not do, each for a reason in docs/architecture.md or of the security spec's. */
export const SOURCE_RULES: SourceRule[] = [
  {
    name: "asks the database in words that Prisma doesn't escape",
    files: /./,
    *find({ all }) {
      for (const node of all)
        if (/^\$(?:query|execute)RawUnsafe$/.test(lastName(node) ?? "") && !ts.isIdentifier(node)) yield node;
    },
  },
  {
    name: "builds SQL from pieces",
    files: new RegExp(`${STORES.source}|^(?:app|workers|components)/`),
    *find(source) {
      for (const node of calls(source)) {
        const name = lastName(node.expression);
        const [first] = node.arguments ?? [];
        if (name === "raw" && node.expression.getText().startsWith("Prisma.")) yield node;
        else if (name === "$queryRaw" || name === "$executeRaw") yield node;
        else if (name === "query" && /\.query$/.test(node.expression.getText()) && first && !isStatement(first)) {
          if (!isFixed(first) && !SENDS_STATEMENTS.test(source.file)) yield node;
        }
      }
      for (const node of source.all) if (isStatement(node) && !isFixed(node)) yield node;
    },
  },
  {
    name: "makes code out of text",
    files: /./,
    *find(source) {
      for (const node of calls(source)) {
        const name = ts.isIdentifier(node.expression) ? node.expression.text : undefined;
        const [first] = node.arguments ?? [];
        if (name === "eval" || name === "Function") yield node;
        if ((name === "setTimeout" || name === "setInterval") && first && literal(first) !== undefined) yield node;
      }
      for (const { node, from } of importsOf(source)) if (/^(?:node:)?vm$/.test(from)) yield node;
    },
  },
  {
    name: "doesn't check who it talks to",
    files: /^(?!lib\/testing\/)/,
    *find({ all }) {
      for (const node of all) {
        if (
          ts.isPropertyAssignment(node) &&
          node.name.getText().replaceAll(/["']/g, "") === "rejectUnauthorized" &&
          node.initializer.kind !== ts.SyntaxKind.TrueKeyword
        )
          yield node;
        else if ((ts.isIdentifier(node) && node.text === UNCHECKED) || literal(node) === UNCHECKED) yield node;
      }
    },
  },
  {
    name: "takes a guessable number where a secret may come of it",
    files: SECURITY,
    *find({ all }) {
      for (const node of all) if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") yield node;
    },
  },
  {
    name: "puts text into the page as HTML",
    files: /^(?:app|components)\//,
    *find({ all }) {
      for (const node of all) {
        if (ts.isJsxAttribute(node) && node.name.getText() === "dangerouslySetInnerHTML") yield node;
        else if (ts.isPropertyAssignment(node) && node.name.getText() === "dangerouslySetInnerHTML") yield node;
        else if (
          ts.isPropertyAccessExpression(node) &&
          /^(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/.test(node.name.text)
        )
          yield node;
        else if (ts.isPropertyAccessExpression(node) && /^document\.write/.test(node.getText())) yield node;
      }
    },
  },
  {
    name: "takes the database outside of a unit of work",
    files: PRODUCT,
    *find(source) {
      if (STORES.test(source.file) || /^lib\/testing\//.test(source.file)) return;
      for (const { node, from, names } of importsOf(source)) {
        if (/platform\/db$/.test(from) && names.some((name) => name === "pool" || name === "prisma")) yield node;
        if (/^pg$|^@prisma\/|prisma\/generated\/client$/.test(from) && !isTypeOnly(node)) yield node;
      }
    },
  },
  {
    name: "lets somebody in because a session is there",
    files: PRODUCT,
    *find({ all }) {
      for (const node of all) {
        if (ts.isIfStatement(node) && isSession(node.expression)) yield node;
        const isJsx = (one: ts.Node) =>
          ts.isJsxElement(one) ||
          ts.isJsxSelfClosingElement(one) ||
          ts.isJsxFragment(one) ||
          ts.isParenthesizedExpression(one);
        if (
          ts.isBinaryExpression(node) &&
          node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
          isSession(node.left) &&
          isJsx(node.right)
        )
          yield node;
        if (ts.isConditionalExpression(node) && isSession(node.condition) && isJsx(node.whenTrue)) yield node;
      }
    },
  },
  {
    name: "hashes with what is broken",
    files: PRODUCT,
    *find(source) {
      for (const node of calls(source)) {
        const name = lastName(node.expression);
        const algorithm = literal(node.arguments?.[0]) ?? "";
        if (
          /^(?:createHash|createHmac|hash|digest|pbkdf2|pbkdf2Sync|createSign|createCipheriv)$/.test(name ?? "") &&
          /^(?:md[245]|sha-?1|rsa-sha1|ripemd.*|des.*|rc4|aes-\d+-(?:ecb|cbc))$/i.test(algorithm)
        )
          yield node;
      }
    },
  },
  {
    name: "starts other programs",
    files: PRODUCT,
    *find(source) {
      if (/^lib\/testing\//.test(source.file)) return;
      for (const { node, from } of importsOf(source)) if (/^(?:node:)?child_process$/.test(from)) yield node;
    },
  },
  { name: "lets a page call what doesn't go through act", files: /^(?:app|components|lib)\//, find: actionsOf },
];

/** A text without anything put in; a statement's `text` counts as it. */
function isFixed(node: ts.Expression): boolean {
  if (literal(node) !== undefined) return true;
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.some(
    (one) => ts.isPropertyAssignment(one) && one.name.getText() === "text" && literal(one.initializer) !== undefined,
  );
}

/** `{ text, values }`: a statement of `pg`, wherever it is sent. */
function isStatement(node: ts.Node): node is ts.ObjectLiteralExpression {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const names = node.properties.map((one) => one.name?.getText());
  return names.includes("text") && names.includes("values");
}

const isTypeOnly = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** `session`, `ctx.session`, `session?.user`: there or not, and nothing more. */
function isSession(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return /^session$/i.test(node.text);
  if (!ts.isPropertyAccessExpression(node)) return false;
  return node.name.text === "session" || (node.name.text === "user" && isSession(node.expression));
}
