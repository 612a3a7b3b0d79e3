/** What a component has counted since its start, as its log says it; null where it has done nothing that counts. */
export function sumUp(counters: Record<string, number>): string | null {
  const done = Object.entries(counters).filter(([, n]) => n !== 0);
  if (done.length === 0) return null;
  return `since its start: ${done.map(([name, n]) => `${name} ${Math.round(n * 100) / 100}`).join(", ")}`;
}
