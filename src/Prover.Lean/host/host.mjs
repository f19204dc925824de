// The embedded Lean as a process: boots it, then answers requests until its input ends.
//
//   node --stack-size=900000 host.mjs --root <install root> [--scratch <folder>] [--imports Init]
//        [--in-fd 0] [--out-fd 1] [--max-output <bytes>]
//
// The stack needs room in the operating system too: `ulimit -s 1000000` before.
// Exit codes: 0 at the end of the input, 70 when Lean is beyond use and a new process is needed.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { boot } from './boot.mjs';
import { Channel } from './channel.mjs';
import { Imports } from './imports.mjs';
import { Server } from './serve.mjs';

const EXIT_TRAP = 70;
const MAX_TRAP_TEXT = 4_000;

const { values } = parseArgs({
  options: {
    'root': { type: 'string' },
    'scratch': { type: 'string' },
    'imports': { type: 'string', default: 'Init' },
    'in-fd': { type: 'string', default: '0' },
    'out-fd': { type: 'string', default: '1' },
    'max-output': { type: 'string', default: String(1 << 20) },
  },
});
if (!values.root) throw new Error('host.mjs needs --root <install root>');
const channel = new Channel(Number(values['in-fd']), Number(values['out-fd']));

/** A C++ exception that no one caught arrives as its address, an `exit` as an object without a stack. */
function trapText(error) {
  return typeof error === 'number' ? 'an uncaught C++ exception' : String(error?.stack ?? error?.message ?? error);
}

/** After this, linear memory may be in any state: say so and end at once. */
function trap(error) {
  try {
    channel.write({ trap: trapText(error).slice(0, MAX_TRAP_TEXT) });
  } finally {
    process.reallyExit(EXIT_TRAP);
  }
}
process.on('uncaughtException', trap);
process.on('unhandledRejection', trap);

/** The version and commit that the library's files were written by. */
function libraryVersion(root) {
  const header = Buffer.alloc(88);
  const file = fs.openSync(path.join(root, 'lib', 'Init.olean'), 'r');
  fs.readSync(file, header, 0, header.length, 0);
  fs.closeSync(file);
  const text = (from, to) => header.toString('latin1', from, to).replace(/\0.*$/s, '');
  return { version: text(7, 40), commit: text(40, 80) };
}

async function main() {
  const { lean, whileWriting } = await boot({ root: values.root, scratch: values.scratch, failed: trap });
  const imports = new Imports(lean);
  const names = values.imports.split(',').filter(Boolean);
  imports.fromNames(names);
  const server = new Server(lean, imports, { scratch: values.scratch, whileWriting, maxOutput: Number(values['max-output']) });
  channel.write({
    ready: { ...libraryVersion(values.root), heap_bytes: lean.heapBytes(), boot_ms: Math.round(performance.now()), imports: names },
  });
  for (let bytes; (bytes = channel.read()) !== null;) {
    channel.write(server.answer(bytes));
    await new Promise(setImmediate); // lets the messages of Lean's own threads in
  }
  process.reallyExit(0);
}

main().catch(trap);
