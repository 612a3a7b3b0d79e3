export interface Point {
  x: number;
  y: number;
}

const radius = 8;
const round = (value: number) => Math.round(value * 10) / 10;

/** A path through points that goes down, across and down again, with rounded corners. */
export function orthogonal(points: readonly Point[]): string {
  const corners = withoutStraights(
    points.flatMap((point, index) => {
      const next = points[index + 1];
      if (next === undefined) return [point];
      const middle = (point.y + next.y) / 2;
      return Math.abs(point.x - next.x) < 0.5 ? [point] : [point, { x: point.x, y: middle }, { x: next.x, y: middle }];
    }),
  );
  return corners
    .map((corner, index) => {
      const before = corners[index - 1];
      const after = corners[index + 1];
      if (before === undefined) return `M${round(corner.x)} ${round(corner.y)}`;
      if (after === undefined) return `L${round(corner.x)} ${round(corner.y)}`;
      const from = toward(corner, before);
      const to = toward(corner, after);
      return `L${round(from.x)} ${round(from.y)}Q${round(corner.x)} ${round(corner.y)} ${round(to.x)} ${round(to.y)}`;
    })
    .join("");
}

/** The point `radius` away from `corner` on the way to `other`, or half way where that is nearer. */
function toward(corner: Point, other: Point): Point {
  const distance = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function withoutStraights(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    const isVertical = Math.abs(before.x - point.x) < 0.5 && Math.abs(point.x - after.x) < 0.5;
    const isHorizontal = Math.abs(before.y - point.y) < 0.5 && Math.abs(point.y - after.y) < 0.5;
    return !isVertical && !isHorizontal;
  });
}
