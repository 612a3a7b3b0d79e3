import { createEffect, createSignal } from "solid-js";
import { useSession } from "../../data/session.tsx";
import { NameField } from "../../ui/NameField.tsx";

/** A guest is a name and this browser; no account, no password. */
export function SignIn(props: { wanted: boolean; onSignedIn: () => void }) {
  const session = useSession();
  const [name, setName] = createSignal("");
  const [problem, setProblem] = createSignal<string>();
  let field: HTMLInputElement | undefined;
  createEffect(() => {
    if (props.wanted) field?.focus();
  });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name().trim() === "") {
      setProblem("Write the name that others shall see.");
      field?.focus();
      return;
    }
    const answer = await session.signIn(name().trim());
    if (answer.ok) props.onSignedIn();
    else setProblem(answer.message);
  };

  return (
    <section class="card" aria-labelledby="sign-in">
      <form class="card-body signin" onSubmit={(event) => void submit(event)}>
        <p>
          <b class="strong" id="sign-in">
            {props.wanted ? "Your name, then the room opens" : "Sign in as a guest"}
          </b>
          <br />
          <span class="muted">No account. This browser remembers you and your rooms.</span>
        </p>
        <NameField name={name()} problem={problem()} ref={(element) => (field = element)} onName={setName} />
        <button class="btn" type="submit">
          Sign in
        </button>
      </form>
    </section>
  );
}
