/** What a request was matched with: the row, and what stood for each name in its route. */
export interface Match<Row> {
  row: Row;
  params: Record<string, string>;
}

interface Routed {
  readonly methods: readonly string[];
  /** Azure Functions' syntax: `api/meetings/{meeting}/plan`, `tabs/{*path}`. */
  readonly route: string;
}

type Part = { type: 'literal'; text: string } | { type: 'name'; name: string } | { type: 'rest'; name: string };

/**
 * Makes a function that finds the row for a method and path as the Functions host does: a literal goes before a name and
 * a name before a rest, letters' case does not matter in literals, a slash at the end does not either, and a known path
 * under another method is not found (the host answers 404 and not 405, see its issue 10098).
 * @throws {Error} at once, for a route with syntax that is not supported
 */
export function createRouter<Row extends Routed>(
  rows: readonly Row[],
): (method: string, path: string) => Match<Row> | undefined {
  const routes = rows
    .map((row) => ({ row, parts: parseRoute(row.route) }))
    .sort((a, b) => precedence(a.parts).localeCompare(precedence(b.parts)));
  return (method, path) => {
    const segments = decodePath(path);
    for (const { row, parts } of routes) {
      const params = row.methods.includes(method) ? matchParts(parts, segments) : undefined;
      if (params !== undefined) return { row, params };
    }
    return undefined;
  };
}

function parseRoute(route: string): Part[] {
  return route.split('/').map((text): Part => {
    const [, star, name] = /^\{(\*?)(\w+)\}$/.exec(text) ?? [];
    if (name === undefined) {
      if (/[{}]/.test(text)) throw new Error(`this part of a route is not supported: ${text}`);
      return { type: 'literal', text };
    }
    return { type: star === '*' ? 'rest' : 'name', name };
  });
}

const RANK = { literal: '1', name: '3', rest: '5' } as const;
const precedence = (parts: readonly Part[]): string => parts.map((part) => RANK[part.type]).join('');

function matchParts(parts: readonly Part[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part.type === 'rest') {
      const rest = segments.slice(index).join('/');
      return rest === '' ? params : { ...params, [part.name]: rest };
    }
    const segment = segments[index];
    if (segment === undefined || segment === '') return undefined;
    if (part.type === 'name') params[part.name] = segment;
    else if (part.text.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return parts.length === segments.length ? params : undefined;
}

/**
 * The segments of a path as it came over the wire, decoded as Kestrel decodes them: before routing, `%2F` never (so it
 * reaches the function as `%2F`), what is not UTF-8 is left as it is, and `.` and `..` are resolved.
 */
function decodePath(path: string): string[] {
  const decoded = path.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    run
      .split(/(%2f)/i)
      .map((part) => (/^%2f$/i.test(part) ? part : decodeRun(part)))
      .join(''),
  );
  const segments: string[] = [];
  for (const segment of decoded.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.at(-1) === '' ? segments.slice(0, -1) : segments;
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
