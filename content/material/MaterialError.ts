/**
 * Something in a material's files that has to be put right before it can be served.
 * `message` reads `file:line: reason`; `line` counts from 1, and is 1 for a file that is missing.
 */
export class MaterialError extends Error {
  override readonly name = 'MaterialError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.file = file;
    this.line = line;
  }
}
