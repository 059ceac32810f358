// Finds what TypeScript code reads through a prototype, by its types: they say which member can be missing, and `Own`
// of pkg/src/checks/record.ts which object inherits nothing.

import { createRequire } from 'node:module';
import { Fault } from './fault.mjs';
import { inProject } from './project.mjs';

/** The older of the two compilers here, because it has an API. */
const ts = createRequire(inProject('tests', 'types', 'package.json'))('typescript');
const { SymbolFlags, SyntaxKind, TypeFlags } = ts;

/** On a line, or the one before it: why the rule is kept although the types do not show it, or why not. */
const MARK = /\/\/ (?:Own|Inherited): \S/u;
/** The class that marks a type whose objects inherit nothing. */
const BRAND = 'Bare';
/** Optional by its type, and always there by the specification. */
const ALWAYS_THERE = ['IteratorYieldResult.done'];
const TYPED_ARRAY = /^(?:Big)?(?:Ui|I)nt\d+(?:Clamped)?Array$|^Float\d+Array$/u;
/** Stands for a name, or an index, that is known only when the code runs. */
const SOME_NAME = '\0';

/**
 * The faults in files of the package, as sentences by path. `sources` has texts of files that are not on the disk, and
 * are checked in place of those that are.
 */
export function prototypeReads(sources = new Map()) {
  const { config } = ts.readConfigFile(inProject('pkg', 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, inProject('pkg'));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    sources.has(path)
      ? ts.createSourceFile(path, sources.get(path), ...rest)
      : getSourceFile(path, ...rest);
  const paths = sources.size > 0 ? [...sources.keys()] : fileNames;
  const program = ts.createProgram(paths, { ...options, noUnusedLocals: false }, host);
  return new Map(
    paths
      .filter((path) => !path.endsWith('.d.ts'))
      .map((path) => [path, faultsOf(program.getSourceFile(path), program)]),
  );
}

function faultsOf(file, program) {
  const [wrong] = program.getSemanticDiagnostics(file);
  if (wrong !== undefined) {
    throw new Fault(
      `${file.fileName}: ${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`,
    );
  }
  const lines = file.text.split('\n');
  const faults = [];
  const report = (node, sentence) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    if (MARK.test(lines[line]) || MARK.test(lines[line - 1] ?? '')) return;
    faults.push(`${line + 1}: ${sentence}`);
  };
  const rules = [...rulesOfReading(program, report), rulesOfHosts(program, report)];
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    for (const rule of rules) rule(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** What is asked of types. */
function knowledgeOf(program) {
  const checker = program.getTypeChecker();
  const isOutside = (declaration) => {
    const file = declaration.getSourceFile();
    return program.isSourceFileDefaultLibrary(file) || file.fileName.includes('/node_modules/');
  };
  /** What a value can be beside null and undefined, one by one. */
  const kindsOf = (type) => {
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return [type];
    const whole = checker.getNonNullableType(type);
    const constraint = whole.isTypeParameter() && checker.getBaseConstraintOfType(whole);
    if (constraint) return kindsOf(constraint);
    return whole.isUnion() ? whole.types.flatMap(kindsOf) : [whole];
  };
  const partsOf = (kind) => (kind.isIntersection() ? kind.types : [kind]);
  return {
    checker,
    isOutside,
    isOfHost: (symbol) => symbol?.declarations?.every(isOutside) === true,
    partsOf,
    kindsOf,
    kindsAt: (node) => kindsOf(checker.getTypeAtLocation(node)),
    isOwn: (kind) => partsOf(kind).some(({ symbol }) => symbol?.name === BRAND),
    isAnything: ({ flags }) =>
      (flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive)) !== 0,
    isOptional: ({ flags }) => (flags & SymbolFlags.Optional) !== 0,
  };
}

function rulesOfReading(program, report) {
  const { checker, isOfHost, isOptional, isOwn, isAnything, kindsOf, kindsAt } =
    knowledgeOf(program);

  /** Why a member is not to be read from an expression of this type, or undefined. */
  const whyNot = (type, name, isIndex) => {
    for (const kind of kindsOf(type)) {
      if (isOwn(kind)) continue;
      if (isAnything(kind)) return 'of a value that can be anything';
      const member = checker.getPropertyOfType(kind, name);
      if (member !== undefined) {
        if (isOptional(member) && !isAlwaysThere(member)) return 'that can be missing';
      } else if (isIndex) {
        const isSafe = checker.isTupleType(kind) || TYPED_ARRAY.test(kind.symbol?.name ?? '');
        if (!isSafe) return 'that can be missing: use `at`, or `!` where it is there';
      } else if (checker.getIndexInfosOfType(kind).length > 0) {
        return 'that can be missing';
      }
    }
    return undefined;
  };
  const isAlwaysThere = ({ name, declarations }) =>
    declarations?.some((one) => ALWAYS_THERE.includes(`${one.parent.name?.text}.${name}`)) === true;

  /** A type that somebody claimed proves nothing of a value that can be anything, but for its methods. */
  const isClaimed = (expression, name) => {
    const node = ts.skipParentheses(expression);
    if (ts.isNonNullExpression(node)) return isClaimed(node.expression, name);
    if (!ts.isAsExpression(node) || !kindsAt(node.expression).some(isAnything)) return false;
    return kindsAt(node).some((kind) => {
      if (isOwn(kind)) return false;
      const member = checker.getPropertyOfType(kind, name);
      if (member === undefined) return true;
      return !isOfHost(member) && checker.getTypeOfSymbol(member).getCallSignatures().length === 0;
    });
  };

  const checkRead = (node, object, name, isIndex = false) => {
    const why =
      whyNot(checker.getTypeAtLocation(object), name, isIndex) ??
      (isClaimed(object, name) ? 'of a value that can be anything' : undefined);
    const shown = name === SOME_NAME ? 'a name' : `\`${name}\``;
    if (why !== undefined) report(node, `reads ${shown} ${why}`);
  };

  const checkElement = (node) => {
    for (const key of kindsAt(node.argumentExpression)) {
      const isIndex = (key.flags & TypeFlags.NumberLike) !== 0;
      if (isIndex && ts.isNonNullExpression(node.parent)) continue;
      if ((key.flags & TypeFlags.ESSymbolLike) !== 0) continue;
      const isLiteral = key.isStringLiteral() || key.isNumberLiteral();
      checkRead(node, node.expression, isLiteral ? String(key.value) : SOME_NAME, isIndex);
    }
  };

  const checkPattern = (pattern) => {
    const type = checker.getTypeAtLocation(pattern);
    const isBare = kindsOf(type).every(isOwn);
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (element.dotDotDotToken !== undefined || isBare) continue;
      const text = ts.isComputedPropertyName(name) ? SOME_NAME : name.text;
      const isOfClaim = pattern.parent.initializer && isClaimed(pattern.parent.initializer, text);
      const why =
        whyNot(type, text, false) ??
        (element.initializer || text === SOME_NAME ? 'that can be missing' : undefined) ??
        (isOfClaim ? 'of a value that can be anything' : undefined);
      if (why !== undefined) report(element, `reads ${name.getText()} ${why}`);
    }
  };

  return [
    (node) => {
      if (ts.isForInStatement(node)) report(node, '`for…in` names what is inherited');
    },
    (node) => {
      if (!ts.isBinaryExpression(node)) return;
      const { left, operatorToken, right } = node;
      if (operatorToken.kind === SyntaxKind.InKeyword && !ts.isPrivateIdentifier(left)) {
        if (!kindsAt(right).every(isOwn)) report(node, '`in` finds what is inherited');
      }
      if (operatorToken.kind === SyntaxKind.EqualsToken && ts.isObjectLiteralExpression(left)) {
        report(node, 'takes an object apart in an assignment');
      }
    },
    (node) => {
      if (isWritten(node)) return;
      if (ts.isElementAccessExpression(node)) checkElement(node);
      if (ts.isPropertyAccessExpression(node) && !ts.isPrivateIdentifier(node.name)) {
        checkRead(node, node.expression, node.name.text);
      }
    },
    (node) => {
      if (ts.isObjectBindingPattern(node)) checkPattern(node);
    },
    (node) => {
      if (!ts.isAsExpression(node) || !kindsAt(node).some(isOwn)) return;
      if (kindsAt(node.expression).every(isOwn)) return;
      report(node, 'claims that an object inherits nothing');
    },
  ];
}

/** Whether it is what an assignment writes, or what `delete` takes away. */
function isWritten(node) {
  const { parent } = node;
  if (parent === undefined || ts.isDeleteExpression(parent)) return true;
  const isAssignment =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.EqualsToken;
  return isAssignment && parent.left === node;
}

/** A host reads all members of its dictionaries that it knows, the inherited ones too. */
function rulesOfHosts(program, report) {
  const { checker, isOfHost, isOptional, isOutside, isOwn, kindsOf, kindsAt, partsOf } =
    knowledgeOf(program);

  const isDictionary = (kind) =>
    partsOf(kind).some(({ symbol }) => isOfHost(symbol) && !hasClass(symbol)) &&
    checker.getSignaturesOfType(kind, ts.SignatureKind.Call).length === 0 &&
    checker.getPropertiesOfType(kind).some(isOptional);
  const hasClass = ({ flags }) => (flags & (SymbolFlags.Variable | SymbolFlags.Class)) !== 0;
  /** A literal with all members leaves nothing to be inherited. */
  const isComplete = (argument, kind) =>
    ts.isObjectLiteralExpression(argument) &&
    checker
      .getPropertiesOfType(kind)
      .every(({ name }) => argument.properties.some((one) => one.name?.getText() === name));
  const isPlain = (kind) =>
    (kind.flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0 &&
    !isOwn(kind) &&
    !(kind.symbol !== undefined && hasClass(kind.symbol));

  return (node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (declaration === undefined || !isOutside(declaration)) return;
    for (const argument of node.arguments ?? []) {
      const expected = checker.getContextualType(argument);
      const dictionaries = expected === undefined ? [] : kindsOf(expected).filter(isDictionary);
      if (dictionaries.length === 0) continue;
      if (dictionaries.every((kind) => isComplete(argument, kind))) continue;
      if (kindsAt(argument).some(isPlain)) report(argument, 'gives the host what inherits');
    }
  };
}
