// Finds `any` in declarations, written or inferred: it would switch the compiler off for whoever uses
// what it stands on.

import { relative } from 'node:path';
import ts from 'typescript';

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** Where there is an `any` in what `files` declare and in what of `folder` they stand on. */
export function anyIn(folder, files) {
  const program = ts.createProgram(files, OPTIONS);
  const checker = program.getTypeChecker();
  const found = [];
  let seen = 0;

  const isAny = (type) => (type.flags & ts.TypeFlags.Any) !== 0;
  const visit = (node) => {
    seen += 1;
    const isFault = ts.isTypeNode(node)
      ? isAny(checker.getTypeFromTypeNode(node))
      : isNamed(node) && isAny(checker.getTypeAtLocation(node.name));
    if (isFault) found.push(placeOf(node));
    ts.forEachChild(node, visit);
  };
  const placeOf = (node) => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${relative(folder, source.fileName)}:${line + 1}: ${node.getText()}`;
  };

  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  for (const source of own) visit(source);
  return { found, seen };
}

/** What has a type of its own, with or without a written one; `#private` stands for what has none. */
const isNamed = (node) =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  (ts.isPropertyDeclaration(node) && !ts.isPrivateIdentifier(node.name)) ||
  ts.isPropertySignature(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isMethodSignature(node) ||
  ts.isFunctionDeclaration(node);
