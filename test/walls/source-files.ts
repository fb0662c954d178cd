/** The files of the repository as the walls see them: path, text and syntax tree, read from the disk and never run. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export function parse(path: string, text: string): SourceFile {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every TypeScript file of Nima; what the generator writes is not source. */
export function sourceFiles(): SourceFile[] {
  return globSync(['src/**/*.{ts,tsx}', 'web/src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'], {
    cwd: ROOT,
  })
    .map((path) => parse(path, readFileSync(join(ROOT, path), 'utf8')))
    .filter(({ text }) => !/^\/[/*]+ generated\b/i.test(text))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** All that a file names in `import`, `export … from`, `import('…')`, types included. */
export function importsOf({ tree }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (named && ts.isStringLiteral(named)) found.push(named.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** A relative import as a path of the repository; a library by its package name. */
export function resolveImport(from: string, named: string): { to: string; isLibrary: boolean } {
  if (named.startsWith('.')) return { to: normalize(join(dirname(from), named)), isLibrary: false };
  if (named.startsWith('node:')) return { to: named, isLibrary: true };
  const [scope = '', name] = named.split('/');
  return { to: scope.startsWith('@') ? `${scope}/${name}` : scope, isLibrary: true };
}

/** Manifest paths: `src/copilot/memory/module.ts`. */
export const manifestPaths = (): string[] =>
  globSync('src/**/module.ts', { cwd: ROOT }).filter((path) => !path.startsWith('src/kernel/'));

export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** The names in `uses: ['memory', …]` of a manifest. */
export function usesOf({ tree }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isUses = ts.isPropertyAssignment(node) && node.name.getText() === 'uses';
    if (isUses && ts.isArrayLiteralExpression(node.initializer)) {
      for (const element of node.initializer.elements) if (ts.isStringLiteral(element)) found.push(element.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
