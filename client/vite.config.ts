import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { libpgQuery } from "./vite-libpg-query.ts";

export default defineConfig({
  plugins: [solid(), libpgQuery()],
  // y-monaco imports Monaco by the paths of before its export map.
  resolve: { alias: [{ find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: "monaco-editor/$1" }] },
  build: { target: "es2022" },
  worker: { format: "es" },
});
