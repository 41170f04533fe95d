import type { Node } from 'web-tree-sitter';
import { type BicepFile, parseBicep } from '../../infra/tools/bicep.ts';

const KINDS = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
} as const;

/** What a Bicep file declares under a name. */
export interface Declaration {
  /** From `infra/azure`. */
  readonly file: string;
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  readonly name: string;
  /** What follows the name, up to the body: `'Microsoft.Web/sites@2024-04-01' = if (use == 'host')`; all of it where there is no body. */
  readonly head: string;
  /** Each value in the body with its path, as in `sku.name`; parts of a list by their name, or else their place. */
  readonly properties: readonly (readonly [path: string, value: string])[];
  /** Where it may take what: `@allowed(['on', 'off'])`. Descriptions are left out. */
  readonly limits: readonly string[];
  /** Everything that it names and does not declare itself, as in `identity.outputs.id`. */
  readonly uses: readonly string[];
}

/** All that a file declares, in its order. */
export async function declarationsIn({ path, text }: BicepFile): Promise<readonly Declaration[]> {
  const root = await parseBicep(text);
  return root.namedChildren.flatMap((node, index) => {
    const kind = KINDS[node.type as keyof typeof KINDS];
    const [name, ...rest] = node.namedChildren;
    if (name === undefined || !(node.type in KINDS)) return [];
    // A parameter's `{}` is a value of its own.
    const body = kind === 'param' ? undefined : rest.map(bodyOf).find((found) => found !== undefined);
    const before = root.namedChildren[index - 1];
    const limits = before?.type === 'decorators' ? before.namedChildren.map(oneLine) : [];
    return {
      file: path,
      kind,
      name: name.text,
      head: oneLine(text.slice(name.endIndex, body?.startIndex ?? node.endIndex)),
      properties: body === undefined ? [] : propertiesOf(body, ''),
      limits: limits.filter((limit) => !limit.startsWith('@description')),
      uses: rest.flatMap(usesIn),
    };
  });
}

const oneLine = (value: Node | string): string =>
  (typeof value === 'string' ? value : value.text).replaceAll(/\s+/g, ' ').trim();

/** Of what is made once, on a condition, or for each of a list. */
function bodyOf(node: Node): Node | undefined {
  if (node.type === 'object' || node.type === 'array') return node;
  if (node.type !== 'if_statement' && node.type !== 'for_statement') return undefined;
  return node.namedChildren.findLast(({ type }) => type === 'object');
}

function propertiesOf(value: Node, path: string): readonly (readonly [string, string])[] {
  const inner = value.namedChildren.filter(({ type }) => type !== 'comment');
  if (inner.length === 0 || (value.type !== 'object' && value.type !== 'array')) return [[path, oneLine(value)]];
  return inner.flatMap((part, index) => {
    if (value.type === 'array') return propertiesOf(part, `${path}[${nameOf(part) ?? index}]`);
    const [key, given] = part.namedChildren;
    const step = key?.text.replaceAll("'", '') ?? '';
    // That name stands in the path already.
    if (step === 'name' && value.parent?.type === 'array') return [];
    return given === undefined ? [] : propertiesOf(given, path === '' ? step : `${path}.${step}`);
  });
}

const nameOf = (part: Node): string | undefined =>
  part.namedChildren
    .find(({ type, firstNamedChild }) => type === 'object_property' && firstNamedChild?.text === 'name')
    ?.namedChild(1)
    ?.text.replaceAll("'", '');

function usesIn(node: Node): readonly string[] {
  if (node.type === 'member_expression' || node.type === 'identifier') return [oneLine(node)];
  return node.namedChildren.filter((child) => !isOwnWord(child)).flatMap(usesIn);
}

/** A key, the name of a function, or the variable that a loop counts with. */
function isOwnWord(node: Node): boolean {
  const { parent } = node;
  const isFirst = parent?.firstNamedChild?.id === node.id;
  return (
    isFirst &&
    ['object_property', 'call_expression', 'for_statement', 'type'].includes(parent.type) &&
    node.type === 'identifier'
  );
}
