import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, 0 to 255 each. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number];
}

const HEADER = 8;

/**
 * Reads a PNG of eight bits a channel that is not interlaced, with opacity or without.
 * @throws {Error} where it is another kind
 */
export function readPixels(png: Buffer): Pixels {
  const parts = chunksOf(png);
  const head = parts.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[head.readUInt8(9)];
  if (head.readUInt8(8) !== 8 || channels === undefined || head.readUInt8(12) !== 0) throw new Error('another PNG');
  const packed = parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  return {
    width,
    height,
    at(x, y) {
      const value = (channel: number): number => rows[y]?.[x * channels + channel] ?? 0;
      return [value(0), value(1), value(2), channels === 4 ? value(3) : 255];
    },
  };
}

function chunksOf(png: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = HEADER; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row begins with how it was filtered: against its left, upper, both, or nearest neighbour. */
function unfiltered(raw: Buffer, length: number, height: number, channels: number): readonly Uint8Array[] {
  const rows: Uint8Array[] = [];
  let above = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const begin = y * (length + 1);
    above = unfilteredRow(raw.subarray(begin + 1, begin + 1 + length), raw.readUInt8(begin), above, channels);
    rows.push(above);
  }
  return rows;
}

function unfilteredRow(raw: Buffer, kind: number, above: Uint8Array, channels: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(raw.length);
  const valueOf = (values: Uint8Array, x: number): number => values[x] ?? 0;
  for (const [x, value] of raw.entries()) {
    const [left, up, corner] = [valueOf(row, x - channels), valueOf(above, x), valueOf(above, x - channels)];
    row[x] = value + ([0, left, up, (left + up) >> 1, nearest(left, up, corner)][kind] ?? 0);
  }
  return row;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
