/**
 * Standard output and standard error. Node's own stream is taken for a terminal, and where the system lets a pipe not take
 * all at once; making one for a file or a pipe costs 2 to 4 ms, as much as reading a transcript.
 */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Writable } from 'node:stream';
import { errorCode } from '../repository/run-error.ts';

/** Somewhere to write text. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; `undefined` where there is none. */
  readonly columns: number | undefined;
  readonly write: (text: string) => void;
}

/** What Node makes of an output; only a terminal says that it is one. */
type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** An output of the process. `failed` hears of what cannot be written. */
export class ProcessOutput implements Output {
  readonly #fd: number;
  readonly #open: () => OutputStream;
  readonly #failed: (error: unknown) => void;
  #opened: OutputStream | null = null;
  #isTTY: boolean | null = null;

  constructor(fd: number, open: () => OutputStream, failed: (error: unknown) => void) {
    this.#fd = fd;
    this.#open = open;
    this.#failed = failed;
  }

  get isTTY(): boolean {
    this.#isTTY ??= mayBeTerminal(this.#fd) && this.#stream().isTTY === true;
    return this.#isTTY;
  }

  get columns(): number | undefined {
    return this.isTTY ? this.#stream().columns : undefined;
  }

  write(text: string): void {
    if (this.isTTY || this.#opened !== null) this.#stream().write(text);
    else this.#writeAll(Buffer.from(text));
  }

  #writeAll(bytes: Buffer): void {
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(this.#fd, bytes, at);
    } catch (error) {
      if (errorCode(error) === 'EAGAIN') this.#stream().write(bytes.subarray(at));
      else this.#failed(error);
    }
  }

  #stream(): OutputStream {
    this.#opened ??= this.#open().on('error', this.#failed);
    return this.#opened;
  }
}

/** Terminals are character devices; so is the null device, which is none. Where the system does not say, Node shall. */
function mayBeTerminal(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}
