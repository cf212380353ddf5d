/**
 * Two ways to make JavaScript of a source, vitest's and the bundler's, give its branches in the same number and kinds, but their
 * maps lead to places that are a few columns apart (`else if` begins at its `else` or at its `if`), and the bundler moves whole
 * functions. So branches are paired by their order, line by line, not by their places as coverage libraries pair them: those
 * would count every branch that is a column apart twice, once as never taken.
 */

/** Adds what `more` counted of one source to `counts`. Throws where the two do not have the same branches. */
export function addBranches(counts, more) {
  const ours = inOrder(counts.branchMap);
  const theirs = inOrder(more.branchMap);
  if (String(ours.map(kind)) !== String(theirs.map(kind))) throw new Error(`other branches in ${counts.path}`);
  for (const [at, [id]] of ours.entries()) {
    const added = more.b[theirs[at][0]];
    counts.b[id] = counts.b[id].map((count, way) => count + added[way]);
  }
}

function inOrder(branches) {
  return Object.entries(branches).sort(([, a], [, b]) => a.loc.start.line - b.loc.start.line);
}

const kind = ([, { type, locations }]) => `${type} ${locations.length}`;
