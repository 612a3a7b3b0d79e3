/** A box drawn in signs, with its borders. */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
  label: string;
}

const most = { lines: 200, columns: 200, height: 14, boxes: 40 };

/** A text as rows of signs, none wider than anybody draws. */
export const gridOf = (text: string): string[] =>
  text
    .split("\n")
    .slice(0, most.lines)
    .map((line) => line.replaceAll("\t", "    ").trimEnd().slice(0, most.columns));

const opens = /[+┌╭╔┏]/;
const closesTop = /[+┐╮╗┓]/;
const beginsBottom = /[+└╰╚┗]/;
const closesBottom = /[+┘╯╝┛]/;
const level = /^[-─═━┬┴┼+╌v▼^▲]+$/;
const side = /[|│║┃├┤┼+>▶►<◀◄]/;

/** The boxes of a grid; one that only stands around others is none. */
export function boxesIn(grid: readonly string[]): Box[] {
  const boxes: Box[] = [];
  for (const [top, row] of grid.entries()) {
    for (let left = 0; left < row.length && boxes.length < most.boxes; left++) {
      if (!opens.test(row[left] ?? "")) continue;
      const box = boxAt(grid, top, left);
      if (box !== null) boxes.push(box);
    }
  }
  return boxes.filter((box) => box.label !== "" && !boxes.some((other) => other !== box && isInside(other, box)));
}

function boxAt(grid: readonly string[], top: number, left: number): Box | null {
  const row = grid[top] ?? "";
  for (let right = left + 3; right < row.length; right++) {
    if (!level.test(row.slice(left + 1, right))) return null;
    if (!closesTop.test(row[right] ?? "")) continue;
    const bottom = bottomOf(grid, top, left, right);
    if (bottom === null) continue;
    const inside = grid.slice(top + 1, bottom).map((line) => line.slice(left + 1, right).trim());
    const label = inside
      .filter((line) => !level.test(line))
      .join(" ")
      .replaceAll(/\s+/g, " ")
      .trim();
    return { top, left, bottom, right, label };
  }
  return null;
}

function bottomOf(grid: readonly string[], top: number, left: number, right: number): number | null {
  for (let row = top + 1; row < grid.length && row - top < most.height; row++) {
    const line = grid[row] ?? "";
    const [first, last] = [line[left] ?? "", line[right] ?? ""];
    const isBottom = beginsBottom.test(first) && closesBottom.test(last) && level.test(line.slice(left + 1, right));
    if (isBottom) return row - top > 1 ? row : null;
    if (!side.test(first) || !side.test(last)) return null;
  }
  return null;
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.top > outer.top && inner.bottom < outer.bottom && inner.left > outer.left && inner.right < outer.right;
