import type TypeScript from 'typescript';

type Ts = typeof TypeScript;

const statements = `SourceFile ImportDeclaration ImportClause NamedImports ImportSpecifier FunctionDeclaration
  VariableStatement VariableDeclarationList VariableDeclaration Parameter Block ReturnStatement IfStatement
  ForOfStatement ForStatement WhileStatement BreakStatement ContinueStatement SwitchStatement CaseBlock CaseClause
  DefaultClause ExpressionStatement EmptyStatement ExportKeyword EndOfFileToken`;
const expressions = `Identifier CallExpression PropertyAccessExpression ElementAccessExpression BinaryExpression
  PrefixUnaryExpression PostfixUnaryExpression ConditionalExpression ParenthesizedExpression ArrowFunction
  ArrayLiteralExpression ObjectLiteralExpression PropertyAssignment ShorthandPropertyAssignment SpreadAssignment
  SpreadElement TemplateExpression TemplateHead TemplateMiddle TemplateTail TemplateSpan
  NoSubstitutionTemplateLiteral StringLiteral NumericLiteral RegularExpressionLiteral TrueKeyword FalseKeyword
  NullKeyword NewExpression NonNullExpression AsExpression SatisfiesExpression TypeOfExpression ArrayBindingPattern
  ObjectBindingPattern BindingElement OmittedExpression`;
const typeNodes = `TypeReference TypeLiteral PropertySignature ArrayType UnionType IntersectionType LiteralType
  FunctionType TupleType NamedTupleMember TypeOperator IndexedAccessType ParenthesizedType TypeAliasDeclaration
  InterfaceDeclaration TypeParameter RestType OptionalType TypePredicate QualifiedName StringKeyword NumberKeyword
  BooleanKeyword UndefinedKeyword NeverKeyword UnknownKeyword VoidKeyword ReadonlyKeyword ConstKeyword`;
const markup = `JsxElement JsxSelfClosingElement JsxOpeningElement JsxClosingElement JsxFragment JsxOpeningFragment
  JsxClosingFragment JsxAttributes JsxAttribute JsxExpression JsxText JsxTextAllWhiteSpaces`;

/**
 * Kinds of syntax that a slot may consist of. All others are refused: classes, `this`, `await`, generators, `try`,
 * `throw`, `delete`, accessors, decorators, tagged templates, dynamic imports, spread attributes and whatever is new.
 */
export function allowedKinds(ts: Ts, isMarkup: boolean): ReadonlySet<TypeScript.SyntaxKind> {
  const names = [statements, expressions, typeNodes, ...(isMarkup ? [markup] : [])];
  const kinds = names.flatMap((list) =>
    list
      .split(/\s+/u)
      .filter(Boolean)
      .map((name) => ts.SyntaxKind[name as keyof Ts['SyntaxKind']]),
  );
  const operators = Object.values(ts.SyntaxKind).filter(
    (kind) =>
      typeof kind === 'number' &&
      kind >= ts.SyntaxKind.FirstPunctuation &&
      kind <= ts.SyntaxKind.LastPunctuation,
  ) as TypeScript.SyntaxKind[];
  return new Set([...kinds, ...operators]);
}

/** Globals that compute and reach nothing. */
export const allowedGlobals: ReadonlySet<string> = new Set(
  'Math Number String Boolean Array Object Map Set Date Intl undefined NaN Infinity parseInt parseFloat isNaN isFinite'.split(
    ' ',
  ),
);

/** The only members of `Object`, none of which sees a prototype. */
export const allowedObjectMembers: ReadonlySet<string> = new Set([
  'entries',
  'keys',
  'values',
  'fromEntries',
]);

/** What may come after `new`. */
export const allowedClasses: ReadonlySet<string> = new Set(['Map', 'Set', 'Date']);

/** Names of members that lead from a value to the language itself, or make an answer different each time. */
export const refusedMembers: ReadonlySet<string> = new Set(
  `constructor prototype __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ caller callee
  arguments getPrototypeOf setPrototypeOf defineProperty defineProperties getOwnPropertyDescriptor
  getOwnPropertyDescriptors now random dangerouslySetInnerHTML`.split(/\s+/u),
);

/** Names of Node.js and of modules that nothing may take for its own, so that no use of them can hide behind one. */
export const refusedNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis).filter((name) => !/^[a-z]{1,4}$/u.test(name)),
  ...'eval arguments require module exports process global globalThis self window document Function Reflect Proxy'.split(
    ' ',
  ),
]);

export const allowedElements: ReadonlySet<string> = new Set(
  'section div h2 h3 p ul ol li dl dt dd span strong em figure figcaption table thead tbody tr th td caption'.split(
    ' ',
  ),
);

export const allowedAttributes = /^(?:className|id|key|scope|name|tone|role|aria-[a-z]+)$/u;
export const plainClasses = /^[\w\s:/.%,[\]()-]*$/u;
