import { onMount } from "solid-js";
import { Top } from "../ui/Top.tsx";

/** What is unknown and what is not open to you read the same: whoever guesses links learns nothing. */
export function NotFoundPage(props: { title?: string; message?: string }) {
  onMount(() => (document.title = "Not found · Proofroom"));
  return (
    <>
      <Top />
      <main class="narrow vstack" id="main">
        <h1>{props.title ?? "There is no such page"}</h1>
        <p class="muted">
          {props.message ?? "Or it is not open to you. Check the address, or ask whoever sent it for a new link."}
        </p>
        <div class="wrap">
          <a class="btn primary" href="/">
            Go to your rooms
          </a>
        </div>
      </main>
    </>
  );
}
