import { runInNewContext } from 'node:vm';
import { shorthands, tokens } from '@fluentui/react-components';
import { resolveStyleRulesForSlots } from '@griffel/core';
import { type ESTree, parseSync, type Plugin, Visitor } from 'vite';

type Styles = Parameters<typeof resolveStyleRulesForSlots>[0];

/**
 * Works out while the tabs are built what `makeStyles` would else work out in every browser: which class has which rules.
 * What a file hands to `makeStyles` may be made of the file's own constants and of Fluent's tokens and shorthands.
 */
export const stylesAhead = (): Plugin => ({
  name: 'styles-ahead',
  apply: 'build',
  // After the types are gone.
  enforce: 'post',
  transform: {
    filter: { id: /\/tabs\/.+\.tsx?$/, code: 'makeStyles(' },
    handler: (code, id) => ({ code: workOut(code, id), map: null }),
  },
});

/**
 * The module with the outcome of each `makeStyles` in the place of its call.
 * @throws {Error} where that cannot be known before the page runs; names the file
 */
export function workOut(code: string, file: string): string {
  const { program } = parseSync('module.js', code);
  const constants = constantsOf(program, code);
  let made = code;
  for (const { start, end, arguments: given } of callsOf(program).toReversed()) {
    const [classes, rules] = resolveStyleRulesForSlots(valueOf(textOf(given, code), constants, file));
    made = `${made.slice(0, start)}__styles(${JSON.stringify(classes)}, ${JSON.stringify(rules)})${made.slice(end)}`;
  }
  return `import { __styles } from '@griffel/react';\n${made}`;
}

const textOf = ([first]: ESTree.CallExpression['arguments'], code: string): string =>
  first ? code.slice(first.start, first.end) : '{}';

/** The calls of `makeStyles`, in their order. */
function callsOf(program: ESTree.Program): readonly ESTree.CallExpression[] {
  const calls: ESTree.CallExpression[] = [];
  new Visitor({
    CallExpression(call) {
      if (call.callee.type === 'Identifier' && call.callee.name === 'makeStyles') calls.push(call);
    },
  }).visit(program);
  return calls;
}

/** The texts of the module's own constants that are more than a call, by their names. */
function constantsOf({ body }: ESTree.Program, code: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const statements = body.map((one) => (one.type === 'ExportNamedDeclaration' ? one.declaration : one));
  const declarations = statements.flatMap((one) => (one?.type === 'VariableDeclaration' ? one.declarations : []));
  for (const { id, init } of declarations) {
    if (id.type === 'Identifier' && init) found.set(id.name, code.slice(init.start, init.end));
  }
  return found;
}

/** What an expression stands for. A constant is looked up when the expression names it, so that others may be anything. */
function valueOf(expression: string, constants: ReadonlyMap<string, string>, file: string): Styles {
  const context: Record<string, unknown> = { tokens, shorthands };
  for (const [name, text] of constants) {
    Object.defineProperty(context, name, { get: (): unknown => runInNewContext(`(${text})`, context) });
  }
  try {
    return runInNewContext(`(${expression})`, context) as Styles;
  } catch (error) {
    throw new Error(`${file}: its styles are not known before the page runs: ${String(error)}`, { cause: error });
  }
}
