// Answers requests: which kinds there are, what each needs, and the environments that ids stand for.
import fs from 'node:fs';
import path from 'node:path';
import { check } from './check.mjs';
import { Field } from './command-state.mjs';
import { describe } from './describe.mjs';
import { LeanIoError, RequestError } from './errors.mjs';
import { SCRATCH } from './mounts.mjs';
import { replayData } from './replay-data.mjs';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

export class Server {
  #lean;
  #imports;
  #options;
  #states = new Map(); // id → { state, theorem, imported }
  #nextId = 0;

  constructor(lean, imports, options) {
    this.#lean = lean;
    this.#imports = imports;
    this.#options = options;
  }

  /** The answer to the bytes of one request. What it throws is a trap. */
  answer(bytes) {
    try {
      const request = this.#parse(bytes);
      if ('cmd' in request) return this.#command(request);
      if ('describe' in request) return this.#describe(request);
      if ('olean' in request) return this.#write(request);
      if ('drop' in request) return this.#drop(request);
      if ('replay' in request) return this.#replay(request);
      throw new RequestError(`Expected one of the fields cmd, describe, olean, drop, replay; found ${Object.keys(request).join(', ') || 'none'}.`);
    } catch (error) {
      if (error instanceof RequestError || error instanceof LeanIoError) return { message: error.message };
      throw error;
    }
  }

  #parse(bytes) {
    let text, request;
    try { text = strictUtf8.decode(bytes); } catch { throw new RequestError('The request is not valid UTF-8.'); }
    try { request = JSON.parse(text); } catch (error) { throw new RequestError(`The request is not valid JSON: ${error.message}`); }
    if (request === null || typeof request !== 'object' || Array.isArray(request)) {
      throw new RequestError('The request is not a JSON object.');
    }
    return request;
  }

  #entry(id) {
    const entry = this.#states.get(id);
    if (!entry) throw new RequestError('Unknown environment.');
    return entry;
  }

  #command({ cmd, env }) {
    if (typeof cmd !== 'string') throw new RequestError('The field cmd must be a string.');
    const base = env === undefined || env === null ? undefined : this.#entry(env);
    const { answer, state, theorem, imported } = check(this.#lean, this.#imports,
      { text: cmd, base: base?.state, imported: base?.imported, maxOutput: this.#options.maxOutput });
    const { messages, sorries, ...rest } = answer;
    const result = {};
    if (state !== undefined) {
      result.env = this.#nextId++;
      this.#states.set(result.env, { state, theorem, imported });
    }
    if (messages.length > 0) result.messages = messages;
    if (sorries?.length > 0) result.sorries = sorries;
    return { ...result, ...rest, heap_bytes: this.#lean.heapBytes() };
  }

  #describe({ describe: name, env, replay = true }) {
    if (name !== null && typeof name !== 'string') throw new RequestError('The field describe must be a name or null.');
    return { constant: describe(this.#lean, this.#entry(env), name, replay !== false) };
  }

  #write({ olean, env }) {
    if (typeof olean !== 'string' || !/^[\w-][\w.-]{0,199}$/.test(olean)) {
      throw new RequestError('The field olean must be a plain file name.');
    }
    if (!this.#options.scratch) throw new RequestError('There is no scratch folder to write the field olean to.');
    const lean = this.#lean;
    const environment = lean.field(this.#entry(env).state, Field.environment);
    const began = performance.now();
    this.#options.whileWriting(() =>
      lean.release(lean.io('l_Lean_writeModule', lean.retain(environment), lean.newString(`${SCRATCH}/${olean}`))));
    const elapsed_ms = Math.round((performance.now() - began) * 1000) / 1000;
    return { olean, bytes: fs.statSync(path.join(this.#options.scratch, olean)).size, elapsed_ms };
  }

  #replay({ replay }) {
    const replayed = replayData(this.#lean, this.#imports, replay);
    return { replayed, heap_bytes: this.#lean.heapBytes() };
  }

  #drop({ drop: ids }) {
    if (!Array.isArray(ids)) throw new RequestError('The field drop must be an array of ids.');
    let dropped = 0;
    for (const id of ids) {
      const entry = this.#states.get(id);
      if (!entry) continue;
      this.#states.delete(id);
      this.#lean.release(entry.state);
      dropped++;
    }
    return { dropped };
  }
}
