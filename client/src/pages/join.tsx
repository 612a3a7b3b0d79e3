import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, Match, on, onMount, Show, Switch } from "solid-js";
import { acceptInvite } from "../data/api.ts";
import type { Refusal } from "../data/answer.ts";
import { useSession } from "../data/session.tsx";
import { Recorded } from "../features/invite/Recorded.tsx";
import { tokenOf } from "../features/invite/token.ts";
import { Icon } from "../ui/Icon.tsx";
import { NameField } from "../ui/NameField.tsx";
import { Top } from "../ui/Top.tsx";

/** Where a link leads. Its token is in the fragment, which no server log and no referrer ever sees, and is posted once. */
export function JoinPage() {
  const session = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const token = createMemo(() => tokenOf(location.hash));
  const [name, setName] = createSignal("");
  const [problem, setProblem] = createSignal<string>();
  const [dead, setDead] = createSignal<Refusal>();
  const [isBusy, setBusy] = createSignal(false);
  let field: HTMLInputElement | undefined;
  // A second link opened in the same tab changes the fragment alone: it is another invitation.
  createEffect(
    on(
      token,
      () => {
        setDead(undefined);
        setProblem(undefined);
      },
      { defer: true },
    ),
  );
  onMount(() => {
    document.title = "Join · Proofroom";
    field?.focus();
  });

  const join = async (event: SubmitEvent) => {
    event.preventDefault();
    const known = session.person();
    if (known === undefined && name().trim() === "") {
      setProblem("Write the name that the others shall see.");
      field?.focus();
      return;
    }
    const link = token();
    if (isBusy() || link === null) return;
    setBusy(true);
    const answer = await acceptInvite(link, known === undefined ? name().trim() : undefined);
    setBusy(false);
    if (!answer.ok && link !== token()) return;
    if (answer.ok) {
      await session.refresh();
      navigate(`/rooms/${answer.value.roomId}`, { replace: true });
    } else if (answer.status === 404 || answer.status === 410) setDead(answer);
    else setProblem(answer.message);
  };

  return (
    <>
      <Top />
      <Switch>
        <Match when={token() === null || dead()?.status === 404}>
          <DeadLink
            title="This link leads nowhere"
            message="It may be cut off. Ask whoever sent it to send it again, whole."
          />
        </Match>
        <Match when={dead()}>
          {(refusal) => <DeadLink title="This link does not work any more" message={refusal().message} />}
        </Match>
        <Match when={true}>
          <main class="join" id="main">
            <section class="vstack" style={{ gap: "24px" }}>
              <div class="vstack" style={{ gap: "4px" }}>
                <p class="muted">You are invited to</p>
                <h1>A system-design room</h1>
                <p class="muted">
                  You write a schema, an API and a design together; the room starts it as a running system and you both
                  watch it being tested.
                </p>
              </div>
              <form class="vstack" style={{ gap: "16px" }} onSubmit={(event) => void join(event)}>
                <Show
                  when={session.person()}
                  fallback={
                    <NameField
                      name={name()}
                      problem={problem()}
                      isTall
                      ref={(element) => (field = element)}
                      onName={setName}
                    />
                  }
                >
                  {(person) => (
                    <>
                      <p>
                        You join as <b class="strong">{person().name}</b>.
                      </p>
                      <Show when={problem()}>
                        {(text) => (
                          <span class="field-error" role="alert">
                            <Icon name="warning" small />
                            {text()}
                          </span>
                        )}
                      </Show>
                    </>
                  )}
                </Show>
                <div class="wrap">
                  <button type="submit" class="btn primary big" aria-disabled={isBusy()}>
                    Continue
                  </button>
                  <span class="muted">No account. This browser remembers you.</span>
                </div>
              </form>
              <p class="small muted hstack">
                <Icon name="clock" small />
                The link works once, for the first who uses it.
              </p>
            </section>
            <Recorded />
          </main>
        </Match>
      </Switch>
    </>
  );
}

const DeadLink = (props: { title: string; message: string }) => (
  <main class="narrow vstack" id="main">
    <h1>{props.title}</h1>
    <p class="muted" role="alert">
      {props.message}
    </p>
    <div class="wrap">
      <a class="btn" href="/">
        Go to your rooms
      </a>
    </div>
  </main>
);
