import { createSignal } from "solid-js";

const themes = ["light", "dark", "hc"] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Record<Theme, string> = { light: "light", dark: "dark", hc: "high contrast" };

const key = "proofroom-theme"; // read before the first paint by public/theme.js

function current(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  const known = themes.find((theme) => theme === chosen);
  return known ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** The theme in force, and the step to the next one: light, dark, high contrast. */
export function createTheme() {
  const [theme, setTheme] = createSignal(current());
  const next = (): Theme => themes[(themes.indexOf(theme()) + 1) % themes.length] ?? "light";
  const step = () => {
    const chosen = setTheme(next());
    document.documentElement.dataset["theme"] = chosen;
    localStorage.setItem(key, chosen);
  };
  return { theme, next, step };
}
