/** Rules about one file by itself: its size, its first words, what it exports, and that it keeps no state of its own. */
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

export const LINES_MAX = 300;
const BANNED_NAMES = /^(utils?|helpers?|common|types?|managers?|misc)$/;

/** One sentence for each broken rule. */
export type Rule = (file: SourceFile) => string[];

export const isShort: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > LINES_MAX ? [`${path} has ${lines} lines, more than ${LINES_MAX}; find the second thing in it.`] : [];
};

export const saysWhatItIsFor: Rule = ({ path, text }) =>
  /^(#!.*\n)?\/\*\*/.test(text)
    ? []
    : [`${path} does not open with /** what it is for and what it leaves to others */.`];

export const hasTellingName: Rule = ({ path }) =>
  path
    .split('/')
    .filter((part) => BANNED_NAMES.test(part.replace(/\.(test|contract)?\.?tsx?$/, '')))
    .map((part) => `${path}: "${part}" says nothing; name what is inside.`);

export const hasPlainName: Rule = ({ path }) => {
  const name = path.split('/').at(-1) ?? '';
  const isPlain = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|contract|d))?\.tsx?$/.test(name);
  const isComponent = path.startsWith('web/src/') && /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name);
  return isPlain || isComponent ? [] : [`${path}: files are named-like-this.ts, React components LikeThis.tsx.`];
};

export const exportsByName: Rule = ({ path, tree }) =>
  tree.statements
    .filter(
      (statement) =>
        (ts.isExportAssignment(statement) && !statement.isExportEquals) ||
        (ts.canHaveModifiers(statement) &&
          ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
    )
    .map(() => `${path} has a default export; give it a name.`);

/** `process.env`, `env` of `node:process`, and `import.meta.env`. */
export const readsNoEnvironment: Rule = ({ path, tree }) => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isRead = ts.isPropertyAccessExpression(node) && node.name.text === 'env';
    if (isRead && /^(globalThis\.)?process$|^import\.meta$/.test(node.expression.getText())) {
      found.push(`${path} reads the environment; take the value from settings.`);
    }
    const isFromProcess = ts.isImportDeclaration(node) && /'(node:)?process'/.test(node.moduleSpecifier.getText());
    if (isFromProcess && /\benv\b/.test(node.importClause?.getText() ?? '')) {
      found.push(`${path} reads the environment; take the value from settings.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
};

const COLLECTIONS = /^(Map|Set|WeakMap|WeakSet|Array)$/;

function isMutableValue(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  if (ts.isArrayLiteralExpression(value)) return true;
  return ts.isNewExpression(value) && COLLECTIONS.test(value.expression.getText());
}

const isReadonlyType = (type: ts.TypeNode | undefined): boolean => /^(Readonly|readonly\b)/.test(type?.getText() ?? '');

/** No `let`, no collection that could be added to, no static field that could be set: state lives in what `app` creates. */
export const keepsNoState: Rule = ({ path, tree }) => {
  const advice = 'keep state in an object the app creates, or mark a constant readonly (ReadonlyMap, as const)';
  return tree.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      const isAmbient = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
      return statement.declarationList.declarations
        .filter(
          ({ type, initializer }) => !isAmbient && (!isConst || (isMutableValue(initializer) && !isReadonlyType(type))),
        )
        .map(({ name }) => `${path}: ${name.getText()} is state of the module; ${advice}.`);
    }
    if (!ts.isClassDeclaration(statement)) return [];
    return statement.members
      .filter(ts.isPropertyDeclaration)
      .filter(({ modifiers = [] }) => {
        const kinds = modifiers.map(({ kind }) => kind);
        return kinds.includes(ts.SyntaxKind.StaticKeyword) && !kinds.includes(ts.SyntaxKind.ReadonlyKeyword);
      })
      .map(({ name }) => `${path}: static ${name.getText()} is state of the module; ${advice}.`);
  });
};
