import { isSame, lookUp } from "@proofroom/process/process-table";

interface Ancestor {
  pid: number;
  started: string;
}

/**
 * Calls `onGone` when npm, or a shell between npm and this process, is gone: kill -9 of npm is told to nobody, and would leave
 * a room running that nobody can end. Run by hand, this process has no such ancestors.
 */
export function watchAncestors(onGone: () => void): void {
  const ancestors = process.env["npm_lifecycle_event"] === undefined ? [] : ancestorsUpToNpm();
  if (ancestors.length === 0) return;
  const timer = setInterval(() => {
    if (ancestors.every(({ pid, started }) => isSame(pid, started))) return;
    clearInterval(timer);
    onGone();
  }, 1_000);
}

function ancestorsUpToNpm(): Ancestor[] {
  const found: Ancestor[] = [];
  let pid = process.ppid;
  for (let steps = 0; steps < 4 && pid > 1; steps++) {
    const entry = lookUp(pid);
    if (entry === null) break;
    found.push({ pid, started: entry.started });
    if (/(^|[\s/])npm(-cli\.js)?(\s|$)/.test(entry.command)) return found;
    pid = entry.parent;
  }
  // Something else than npm has run the script: its direct parent is all that is sure.
  return found.slice(0, 1);
}
