/**
 * Which circle of a graph each node lies on, by the number of the circle: two nodes that can be reached from each other have the same,
 * and a node that does not lead back to itself has none. Null where the graph has more edges than may be looked at.
 */
export function circlesOf(starts: Iterable<number>, next: (node: number) => Iterable<number>, mostEdges: number) {
  const found = new Map<number, { order: number; low: number; circle: number | null }>();
  const isOpen = new Set<number>();
  const loops = new Set<number>();
  const open: number[] = [];
  let edges = 0;
  const visit = (node: number) => {
    const entry = { order: found.size, low: found.size, circle: null };
    found.set(node, entry);
    open.push(node);
    isOpen.add(node);
    return { node, entry: found.get(node) ?? entry, rest: next(node)[Symbol.iterator]() };
  };
  for (const start of starts) {
    if (found.has(start)) continue;
    const path = [visit(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value, done } = top.rest.next();
      if (done !== true) {
        if (++edges > mostEdges) return null;
        if (value === top.node) loops.add(value);
        const known = found.get(value);
        if (known === undefined) path.push(visit(value));
        else if (isOpen.has(value)) top.entry.low = Math.min(top.entry.low, known.order);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) above.entry.low = Math.min(above.entry.low, top.entry.low);
      if (top.entry.low !== top.entry.order) continue;
      const circle = open.splice(open.indexOf(top.node));
      for (const node of circle) {
        isOpen.delete(node);
        const entry = found.get(node);
        if (entry !== undefined && (circle.length > 1 || loops.has(node))) entry.circle = top.entry.order;
      }
    }
  }
  return new Map([...found].flatMap(([node, { circle }]) => (circle === null ? [] : [[node, circle] as const])));
}
