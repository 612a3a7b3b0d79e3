import { isAlias, isMap, isNode, isPair, isSeq, type Node } from "yaml";

const mostNodes = 200_000;

/**
 * The first node that its aliases make larger than any document, or that stands within itself; null where there is none.
 * `resolve` gives what an alias stands for, which YAML has before it, so that each node is weighed once.
 */
export function expandingIn(root: Node, resolve: (alias: Node) => Node | null): Node | null {
  const weights = new Map<Node, number>();
  let found: Node | null = null;
  const weigh = (node: unknown): number => {
    if (isPair(node)) return weigh(node.key) + weigh(node.value);
    if (!isNode(node)) return 0;
    if (isAlias(node)) {
      const target = resolve(node);
      return target === null ? 1 : (weights.get(target) ?? Number.POSITIVE_INFINITY);
    }
    const parts: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
    const weight = parts.reduce<number>((sum, part) => sum + weigh(part), 1);
    if (weight > mostNodes) found ??= node;
    weights.set(node, weight);
    return weight;
  };
  weigh(root);
  return found;
}
