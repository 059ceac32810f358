// Finds circles among files that use each other.

/**
 * Of a map from each name to the set of names it uses, the groups in which each name reaches every
 * other one, as sorted lists; a name alone is none. By R. Tarjan, "Depth-first search and linear
 * graph algorithms", SIAM J. Comput. 1 (1972).
 */
export function circlesOf(uses) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const circles = [];

  function visit(name) {
    order.set(name, order.size);
    lowest.set(name, order.get(name));
    stack.push(name);
    for (const used of uses.get(name) ?? []) {
      if (!uses.has(used)) continue;
      if (!order.has(used)) visit(used);
      if (stack.includes(used)) lowest.set(name, Math.min(lowest.get(name), lowest.get(used)));
    }
    if (lowest.get(name) !== order.get(name)) return;
    const circle = stack.splice(stack.indexOf(name));
    if (circle.length > 1) circles.push(circle.sort());
  }

  for (const name of uses.keys()) if (!order.has(name)) visit(name);
  return circles;
}
