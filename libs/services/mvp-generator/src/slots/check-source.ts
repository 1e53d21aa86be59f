import type TypeScript from 'typescript';
import { findUnfounded } from '../model-planner/find-unfounded.js';
import {
  allowedAttributes,
  allowedClasses,
  allowedElements,
  allowedGlobals,
  allowedKinds,
  allowedObjectMembers,
  plainClasses,
  refusedMembers,
  refusedNames,
} from './allowed-syntax.js';
import type { CodeSlot } from './code-slot.js';

type Ts = typeof TypeScript;
type Node = TypeScript.Node;

const longest = 12_000;
const deepest = 60;

const unseen =
  // eslint-disable-next-line no-control-regex -- finding what cannot be seen is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const directive =
  /@ts-|@jsx|biome-ignore|eslint-|<reference|@vitest|sourceMappingURL|['"]use (?:server|client|cache|strict)/u;
const address = /:\/\/|\b(?:javascript|data|vbscript|file):|url\(/iu;

/** Everything that a walk over a source needs to know. */
interface Walk {
  ts: Ts;
  slot: CodeSlot;
  file: TypeScript.SourceFile;
  kinds: ReadonlySet<TypeScript.SyntaxKind>;
  declared: ReadonlySet<string>;
  problems: Set<string>;
}

function say({ file, problems }: Walk, node: Node, problem: string): void {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  problems.add(`line ${String(line + 1)}: ${problem}`);
}

/** Names that a source declares anywhere: functions, variables, parameters, types and imports. */
function declaredNames(ts: Ts, file: TypeScript.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    const isDeclaration =
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeParameterDeclaration(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** Whether an identifier stands for a value or type of its own, and is no name of a member. */
function isReference({ ts }: Walk, node: TypeScript.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isNamedTupleMember(parent)
  );
}

const typeNames = new Set(
  'const ReadonlyArray Readonly Record Partial Pick Omit NonNullable ReadonlyMap ReadonlySet Exclude Extract Required'.split(
    ' ',
  ),
);

/** A repetition inside of a repetition, which may take for ever on a short text. */
const slowPattern = /\([^)]*[+*{][^)]*\)[+*{]/u;

function checkIdentifier(walk: Walk, node: TypeScript.Identifier): void {
  const { text } = node;
  if (refusedMembers.has(text)) say(walk, node, `"${text}" is not allowed.`);
  if (!isReference(walk, node)) return;
  if (walk.declared.has(text)) {
    if (refusedNames.has(text)) say(walk, node, `"${text}" is a name of the system.`);
    return;
  }
  const isTag = walk.slot.isMarkup && allowedElements.has(text);
  if (!isTag && !allowedGlobals.has(text) && !typeNames.has(text))
    say(walk, node, `"${text}" is not declared here, and no global that is allowed.`);
}

function checkImport(walk: Walk, node: TypeScript.ImportDeclaration): void {
  const { ts, slot } = walk;
  const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
  const names = Object.hasOwn(slot.imports, from) ? slot.imports[from] : undefined;
  if (!names) {
    say(walk, node, `the import of "${from}" is not allowed.`);
    return;
  }
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  if (!clause || !bindings || clause.name || !ts.isNamedImports(bindings)) {
    say(walk, node, `take names from "${from}": import { ${names.join(', ')} }.`);
    return;
  }
  for (const { name, propertyName } of bindings.elements)
    if (propertyName ?? !names.includes(name.text))
      say(walk, node, `"${(propertyName ?? name).text}" of "${from}" is not allowed.`);
}

function checkExpression(walk: Walk, node: Node): void {
  const { ts } = walk;
  if (ts.isElementAccessExpression(node) && !ts.isNumericLiteral(node.argumentExpression))
    say(walk, node, 'no computed member: use .at(index), a Map, or the name of the member.');
  if (ts.isComputedPropertyName(node)) say(walk, node, 'no computed name of a member.');
  if (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'Object' &&
    !allowedObjectMembers.has(node.name.text)
  )
    say(walk, node, `Object.${node.name.text} is not allowed.`);
  if (ts.isNewExpression(node)) {
    const name = ts.isIdentifier(node.expression) ? node.expression.text : '';
    const isIntl = /^Intl\.\w+$/u.test(node.expression.getText(walk.file));
    if (!allowedClasses.has(name) && !isIntl) say(walk, node, `new ${name} is not allowed.`);
    if (name === 'Date' && (node.arguments?.length ?? 0) === 0)
      say(walk, node, 'new Date() reads the clock: use what is passed in.');
  }
  if (ts.isRegularExpressionLiteral(node) && slowPattern.test(node.text))
    say(walk, node, 'no repetition inside of a repetition.');
  const isFunction = ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);
  if (isFunction && 'asteriskToken' in node && node.asteriskToken)
    say(walk, node, 'no generators.');
}

function checkText(walk: Walk, node: Node): void {
  const { ts } = walk;
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node);
  if (!isText || ts.isImportDeclaration(node.parent)) return;
  if (refusedMembers.has(node.text)) say(walk, node, `"${node.text}" is not allowed.`);
  if (address.test(node.text)) say(walk, node, 'no addresses.');
  for (const problem of findUnfounded(node.text, walk.slot.sentence)) say(walk, node, problem);
}

function checkMarkup(walk: Walk, node: Node): void {
  const { ts } = walk;
  if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
    const tag = node.tagName.getText(walk.file);
    if (!allowedElements.has(tag) && !walk.declared.has(tag))
      say(walk, node, `<${tag}> is not allowed.`);
  }
  if (!ts.isJsxAttribute(node)) return;
  const name = node.name.getText(walk.file);
  if (!allowedAttributes.test(name)) say(walk, node, `the attribute ${name} is not allowed.`);
  const { initializer } = node;
  if (name !== 'className' || !initializer) return;
  if (!ts.isStringLiteral(initializer) || !plainClasses.test(initializer.text))
    say(walk, node, 'className is one plain string.');
}

function visit(walk: Walk, node: Node, depth: number): void {
  if (depth > deepest) {
    say(walk, node, 'nested too deeply.');
    return;
  }
  const { ts } = walk;
  if (!walk.kinds.has(node.kind))
    say(walk, node, `${ts.SyntaxKind[node.kind]} is not allowed here.`);
  if (ts.isIdentifier(node)) checkIdentifier(walk, node);
  if (ts.isImportDeclaration(node)) {
    checkImport(walk, node);
    return;
  }
  checkExpression(walk, node);
  checkText(walk, node);
  checkMarkup(walk, node);
  ts.forEachChild(node, (child) => {
    visit(walk, child, depth + 1);
  });
}

/** At the top stand imports, types, constants and functions, of which exactly one is exported. */
function checkTop(walk: Walk): void {
  const { ts, file, slot } = walk;
  const exported = file.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  const [only] = exported;
  if (
    exported.length !== 1 ||
    !only ||
    !ts.isFunctionDeclaration(only) ||
    only.name?.text !== slot.exportName
  )
    walk.problems.add(`Export exactly one thing: function ${slot.exportName}.`);
  for (const statement of file.statements) {
    const isPlain =
      ts.isImportDeclaration(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      (ts.isVariableStatement(statement) &&
        (statement.declarationList.flags & ts.NodeFlags.Const) !== 0);
    if (!isPlain) say(walk, statement, 'only imports, types, constants and functions at the top.');
  }
}

/**
 * What a source holds that a slot may not, each problem with its line; empty when nothing. It reads the syntax and runs
 * nothing. Whatever is not known to be harmless is refused.
 */
export async function checkSource(source: string, slot: CodeSlot): Promise<string[]> {
  if (source.length > longest) return [`The file is longer than ${String(longest)} characters.`];
  if (unseen.test(source)) return ['There are characters that nobody can see.'];
  if (directive.test(source)) return ['No directives and no switches for tools.'];
  const { default: ts } = await import('typescript');
  const kind = slot.isMarkup ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  try {
    const file = ts.createSourceFile(slot.path, source, ts.ScriptTarget.ES2022, true, kind);
    const { diagnostics = [] } = ts.transpileModule(source, {
      reportDiagnostics: true,
      fileName: slot.path,
      compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
    });
    const syntax = diagnostics.map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, ' '),
    );
    if (syntax.length > 0) return syntax.slice(0, 10);
    const walk: Walk = {
      ts,
      slot,
      file,
      kinds: allowedKinds(ts, slot.isMarkup),
      declared: declaredNames(ts, file),
      problems: new Set(),
    };
    checkTop(walk);
    visit(walk, file, 0);
    return [...walk.problems].slice(0, 20);
  } catch (error) {
    // Thousands of brackets in each other end the stack of the compiler.
    if (error instanceof RangeError) return ['The file is nested too deeply.'];
    throw error;
  }
}
