import "./data/zod.ts";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { keepFocus } from "./ui/keep-focus.ts";
import "./ui/index.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app to draw into");
render(() => <App />, root);
keepFocus(document);
