import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "./up-settings.ts";

const shared = ["shared", "problems"];

/** What each program is made of, besides the packages. */
export const sourcesOf = { server: ["server/src", ...shared], worker: ["workflows/src", ...shared] };

/** Calls `onChange` shortly after something in these folders of the checkout was changed; many changes at once count once. */
export function watchSources(folders: string[], onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file === null || !/\.(ts|yaml|md)$/.test(file) || /\.test\.ts$|node_modules/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, 150);
    });
  }
}
