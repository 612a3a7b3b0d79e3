import { Show } from "solid-js";
import { useSession } from "../data/session.tsx";
import { Avatar } from "./Avatar.tsx";
import { Mark } from "./Mark.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import { useToast } from "./toast.tsx";

/** The head of every page that is not a room, with the way past it for keyboards. */
export function Top(props: { here?: "problems" }) {
  const session = useSession();
  const toast = useToast();
  const leave = async () => {
    const answer = await session.signOut();
    if (!answer.ok) toast({ icon: "warning", tone: "bad", text: answer.message });
  };
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="top">
        <a class="brand" href="/" aria-label="Proofroom home">
          <Mark />
          <b>Proofroom</b>
        </a>
        <nav aria-label="Main">
          <a class="tab" href="/" aria-current={props.here === "problems" ? "page" : undefined}>
            Problems
          </a>
        </nav>
        <span class="push" />
        <ThemeButton />
        <Show when={session.person()}>
          {(person) => (
            <div class="who">
              <Avatar name={person().name} hue={1} large />
              <span class="clip">{person().name}</span>
              <button type="button" class="btn quiet" onClick={() => void leave()}>
                Sign out
              </button>
            </div>
          )}
        </Show>
      </header>
    </>
  );
}
