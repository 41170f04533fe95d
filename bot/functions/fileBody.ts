/** An answer that is a file and not JSON. */
export class FileBody {
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly type: string;
  /** What it is called where it is saved: letters, digits, `-` and `.` alone. */
  readonly name: string;

  constructor(bytes: Uint8Array, type: string, name: string) {
    this.bytes = bytes;
    this.type = type;
    this.name = name;
  }
}
