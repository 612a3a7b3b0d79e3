import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { libpgQuery } from "./vite-libpg-query.ts";

const server = process.env["PROOFROOM_SERVER"] ?? "http://127.0.0.1:3000";

export default defineConfig(({ command }) => {
  // Whoever builds from within a test run would otherwise get Solid's development build, slower and larger.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [solid(), libpgQuery()],
    // y-monaco imports Monaco by the paths of before its export map.
    resolve: { alias: [{ find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: "monaco-editor/$1" }] },
    build: { target: "es2022", manifest: true },
    worker: { format: "es" },
    server: {
      host: "127.0.0.1",
      proxy: { "/api": server, "/socket.io": { target: server, ws: true }, "/collab": { target: server, ws: true } },
    },
  };
});
