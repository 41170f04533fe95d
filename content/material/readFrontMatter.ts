import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import { MaterialError } from './MaterialError.ts';
import type { Document } from './readDocument.ts';

type Path = readonly PropertyKey[];

interface FrontMatter<Values> {
  values: Values;
  /** Line of the file on which the value at a path stands, or what is nearest to it. */
  lineOf: (path: Path) => number;
}

/** Text that fits on one line, without white space around it. */
export const line = z
  .string({ error: (issue) => (issue.input === undefined || issue.input === null ? 'is missing' : 'must be text') })
  .regex(/^\S(.*\S)?$/u, 'must be one line of text');

/** Checks a file's front matter. @throws {MaterialError} on YAML that does not parse, and on values the schema refuses */
export function readFrontMatter<Schema extends z.ZodType>(
  { file, frontMatter }: Document,
  schema: Schema,
): FrontMatter<z.infer<Schema>> {
  const lines = new LineCounter();
  const yaml = parseDocument(frontMatter.yaml, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => frontMatter.firstLine + Math.max(lines.linePos(offset).line, 1) - 1;

  const [problem] = [...yaml.errors, ...yaml.warnings];
  if (problem !== undefined) throw new MaterialError(file, lineAt(problem.pos[0]), `front matter: ${problem.message}`);

  const lineOf = (path: Path): number => lineAt(offsetOf(yaml, path));
  const parsed = schema.safeParse(yaml.toJS());
  if (parsed.success) return { values: parsed.data, lineOf };
  const { path, reason } = firstIssue(parsed.error);
  throw new MaterialError(file, lineOf(path), `front matter: ${reason}`);
}

function firstIssue(error: z.ZodError): { path: Path; reason: string } {
  const [issue] = error.issues;
  if (issue === undefined) return { path: [], reason: error.message };
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (key !== undefined) return { path: [...issue.path, key], reason: `unknown key "${key}"` };
  const name = issue.path.length > 0 ? `"${issue.path.map(String).join('.')}" ` : '';
  return { path: issue.path, reason: `${name}${issue.message}` };
}

/** Follows a path as far as the document goes, so that a missing key is reported where it should have stood. */
function offsetOf(yaml: YamlDocument.Parsed, path: Path): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const step of path) {
    const next = isMap(node) ? pairAt(node.items, step) : isSeq(node) ? itemAt(node.items, step) : undefined;
    if (next === undefined) break;
    node = next.value;
    offset = next.offset;
  }
  return offset;
}

interface Step {
  value: unknown;
  offset: number;
}

function pairAt(pairs: readonly { key: unknown; value: unknown }[], step: PropertyKey): Step | undefined {
  for (const { key, value } of pairs) {
    if (isScalar(key) && key.range && String(key.value) === step) return { value, offset: key.range[0] };
  }
  return undefined;
}

function itemAt(items: readonly unknown[], step: PropertyKey): Step | undefined {
  const value = items[Number(step)];
  return (isMap(value) || isScalar(value)) && value.range ? { value, offset: value.range[0] } : undefined;
}
