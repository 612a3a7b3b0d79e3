import { Icon } from "./Icon.tsx";
import { createTheme, themeWords } from "./theme.ts";

export function ThemeButton() {
  const { theme, next, step } = createTheme();
  const label = () => `Theme: ${themeWords[theme()]}. Switch to ${themeWords[next()]}`;
  return (
    <button type="button" class="btn quiet icon-only" aria-label={label()} title={label()} onClick={step}>
      <Icon name={theme() === "light" ? "sun" : theme() === "dark" ? "moon" : "contrast"} />
    </button>
  );
}
