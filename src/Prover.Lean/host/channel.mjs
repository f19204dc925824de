// Requests in, answers out, over two file descriptors: JSON objects, each followed by a blank line.
// Reads and writes block. While Lean works nothing else can happen in this process, and while the process
// waits for a request there is nothing else to do.
import fs from 'node:fs';

const NEWLINE = 10;
const pause = new Int32Array(new SharedArrayBuffer(4));

export class Channel {
  #input;
  #output;
  #chunk = Buffer.allocUnsafe(1 << 16);
  #unread = Buffer.alloc(0);
  #ended = false;

  constructor(input, output) {
    this.#input = input;
    this.#output = output;
  }

  /** The bytes of the next request, or null at the end of the input. */
  read() {
    const lines = [];
    for (;;) {
      const line = this.#readLine();
      const blank = line === null || line.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
      if (!blank) lines.push(line);
      else if (lines.length > 0) return Buffer.concat(lines);
      else if (line === null) return null;
    }
  }

  write(answer) {
    const bytes = Buffer.from(`${JSON.stringify(answer)}\n\n`, 'utf8');
    for (let at = 0; at < bytes.length;) at += this.#retry(() => fs.writeSync(this.#output, bytes, at));
  }

  /** A line with its newline, or null at the end. */
  #readLine() {
    const parts = [];
    for (;;) {
      const end = this.#unread.indexOf(NEWLINE) + 1;
      if (end > 0) {
        parts.push(this.#unread.subarray(0, end));
        this.#unread = this.#unread.subarray(end);
        return parts.length === 1 ? parts[0] : Buffer.concat(parts);
      }
      if (this.#unread.length > 0) parts.push(this.#unread);
      this.#unread = this.#readChunk();
      if (this.#ended) return parts.length > 0 ? Buffer.concat(parts) : null;
    }
  }

  #readChunk() {
    const length = this.#ended ? 0 : this.#retry(() => fs.readSync(this.#input, this.#chunk));
    this.#ended = length === 0;
    return Buffer.from(this.#chunk.subarray(0, length));
  }

  #retry(operation) {
    for (;;) {
      try {
        return operation();
      } catch (error) {
        if (error.code === 'EOF') return 0; // how Windows reports the end of a pipe
        if (error.code !== 'EAGAIN') throw error;
        Atomics.wait(pause, 0, 0, 5);
      }
    }
  }
}
