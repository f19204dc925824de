// The two host folders Lean can see: the library, which it may only read, and a scratch folder.
// Emscripten's NODEFS passes every operation on to the host and knows no read-only mount, so the
// restriction is made here, on the operations themselves, whatever the permissions of the files.

const errno = { EPERM: 63, EROFS: 69 };
const writeFlags = 1 | 2 | 64 | 512 | 1024; // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND

/** A file system type like NODEFS, with some operations of its nodes and streams replaced. */
function restricted({ NODEFS }, nodeOperations, streamOperations) {
  const node_ops = { ...NODEFS.node_ops, ...nodeOperations };
  const stream_ops = { ...NODEFS.stream_ops, ...streamOperations };
  const restrict = (node) => Object.assign(node, { node_ops, stream_ops });
  // Nodes are made in these places only; each must get the restricted operations.
  node_ops.lookup = (parent, name) => restrict(NODEFS.node_ops.lookup(parent, name));
  if (!nodeOperations.mknod) node_ops.mknod = (...all) => restrict(NODEFS.node_ops.mknod(...all));
  return { ...NODEFS, node_ops, stream_ops, mount: (mount) => restrict(NODEFS.mount(mount)) };
}

function readOnly(glue) {
  const refuse = () => { throw new glue.FS.ErrnoError(errno.EROFS); };
  const open = (stream) => (stream.flags & writeFlags ? refuse() : glue.NODEFS.stream_ops.open(stream));
  return restricted(glue,
    { setattr: refuse, mknod: refuse, rename: refuse, unlink: refuse, rmdir: refuse, symlink: refuse },
    { open, setattr: refuse, write: refuse, msync: refuse, allocate: refuse });
}

/** Without symbolic links: the host would follow one to places outside the folder. */
function withoutLinks(glue) {
  const refuse = () => { throw new glue.FS.ErrnoError(errno.EPERM); };
  return restricted(glue, { symlink: refuse, readlink: refuse }, {});
}

export const LIBRARY = '/lean/lib/lean';
export const SCRATCH = '/scratch';

export function mountFolders(glue, library, scratch) {
  glue.FS.mkdirTree(LIBRARY);
  glue.FS.mount(readOnly(glue), { root: library }, LIBRARY);
  if (!scratch) return;
  glue.FS.mkdirTree(SCRATCH);
  glue.FS.mount(withoutLinks(glue), { root: scratch }, SCRATCH);
}
