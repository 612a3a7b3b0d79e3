import { type Box, boxesIn, gridOf } from "./boxes.ts";
import type { Drawing } from "./drawing.ts";

/** Boxes and lines that are drawn in signs, as who calls whom; null where there are not two boxes. */
export function readBoxes(text: string): Drawing | null {
  const grid = gridOf(text);
  const boxes = boxesIn(grid);
  if (boxes.length < 2) return null;
  const names = new Map(boxes.map((box, n) => [box, `n${n + 1}`]));
  const drawing: Drawing = {
    parts: new Map(boxes.map((box) => [names.get(box) ?? "", { label: box.label }])),
    calls: [],
  };
  const call = (from: Box, to: Box): void => {
    const [a = "", b = ""] = [names.get(from), names.get(to)];
    if (a !== b && !drawing.calls.some((one) => one.from === a && one.to === b)) drawing.calls.push({ from: a, to: b });
  };
  const ownerAt = ownersOf(boxes);
  const isPassed = new Set<string>();
  for (const [y, row] of grid.entries())
    readRow(row, (x) => ownerAt(x, y), { call, pass: (x) => isPassed.add(`${x} ${y}`) });
  for (const [y, row] of grid.entries()) {
    for (let x = 0; x < row.length; x++) {
      const ends = linesFrom(grid, x, y, ownerAt, isPassed);
      const called = ends.filter(({ isHead }) => isHead).map(({ box }) => box);
      const others = ends.filter(({ isHead }) => !isHead).map(({ box }) => box);
      const [first, ...rest] = others.toSorted((a, b) => a.top - b.top || a.left - b.left);
      if (called.length > 0) for (const from of others) for (const to of called) call(from, to);
      else if (first !== undefined) for (const to of rest) call(first, to);
    }
  }
  return drawing;
}

type Owner = (x: number, y: number) => Box | undefined;

function ownersOf(boxes: readonly Box[]): Owner {
  return (x, y) => boxes.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}

const rightHead = /[>→►▶]/;
const leftHead = /[<←◄◀]/;

/** `| Client | -- HTTPS --> | API |`: what stands between two boxes of a row, whatever is written on the line. */
function readRow(
  row: string,
  owner: (x: number) => Box | undefined,
  { call, pass }: { call: (from: Box, to: Box) => void; pass: (x: number) => void },
): void {
  for (let x = 0; x < row.length; x++) {
    const before = owner(x);
    if (before === undefined || owner(x + 1) !== undefined) continue;
    let to = x + 1;
    while (to < row.length && owner(to) === undefined) to++;
    const after = owner(to);
    const gap = row.slice(x + 1, to).trim();
    const isLine = /^[<←◄◀]?[-─━═=.┄╌>→►▶]+(?:.*[-─━═=.┄╌])?[>→►▶]?$/.test(gap);
    if (after === undefined || !isLine) continue;
    for (let passed = x + 1; passed < to; passed++) pass(passed);
    if (leftHead.test(gap[0] ?? "") && !rightHead.test(gap.at(-1) ?? "")) call(after, before);
    else call(before, after);
  }
}

const line = /[-─━═=|│║┃:v^<>▼▲▶►◀◄→←↓↑+┌┐└┘├┤┬┴┼╭╮╯╰]/;
const isLevel = /[-─━═=<>▶►◀◄→←]/;
const isUpright = /[|│║┃:v^▼▲↓↑]/;
const heads = [
  { head: /[v▼↓]/, dx: 0, dy: 1 },
  { head: /[\^▲↑]/, dx: 0, dy: -1 },
  { head: rightHead, dx: 1, dy: 0 },
  { head: leftHead, dx: -1, dy: 0 },
];

/** The boxes at which the line ends that passes a place, each once, and whether its head points at them; visited places are passed. */
function linesFrom(
  grid: readonly string[],
  x: number,
  y: number,
  ownerAt: Owner,
  isPassed: Set<string>,
): { box: Box; isHead: boolean }[] {
  const found = new Map<Box, boolean>();
  const open = [{ x, y }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const at = next;
    const sign = grid[at.y]?.[at.x] ?? " ";
    const key = `${at.x} ${at.y}`;
    if (isPassed.has(key) || !line.test(sign) || ownerAt(at.x, at.y) !== undefined) continue;
    isPassed.add(key);
    for (const { head, dx, dy } of heads) {
      if ((dx === 0 && isLevel.test(sign)) || (dy === 0 && isUpright.test(sign))) continue;
      const box = ownerAt(at.x + dx, at.y + dy);
      if (box === undefined) open.push({ x: at.x + dx, y: at.y + dy });
      else found.set(box, found.get(box) === true || head.test(sign));
    }
  }
  return [...found].map(([box, isHead]) => ({ box, isHead }));
}
