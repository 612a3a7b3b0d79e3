import { useNavigate } from "@solidjs/router";
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import { type Created, createRoomFlow } from "../features/home/create-room.ts";
import { HowItWorks } from "../features/home/HowItWorks.tsx";
import { PracticeDialog } from "../features/home/lazy.ts";
import { LiveNow } from "../features/home/LiveNow.tsx";
import { ProblemList } from "../features/home/ProblemList.tsx";
import { RoomList } from "../features/home/RoomList.tsx";
import { SignIn } from "../features/home/SignIn.tsx";
import { NewRoomDialog } from "../features/invite/lazy.ts";
import { Usage } from "../features/report/Usage.tsx";
import type { ProblemSummary } from "@proofroom/domain/problem/problem";
import { fetchProblems, fetchRooms } from "../data/api.ts";
import { createAsked, valueOf } from "../data/asked.ts";
import { useSession } from "../data/session.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Top } from "../ui/Top.tsx";

export function HomePage() {
  const session = useSession();
  const navigate = useNavigate();
  const [problems, askProblems] = createAsked(() => true, fetchProblems);
  const [rooms, askRooms] = createAsked(() => session.person()?.id, fetchRooms);
  const [wanted, setWanted] = createSignal<string>();
  const [created, setCreated] = createSignal<Created>();
  const [practised, setPractised] = createSignal<Pick<ProblemSummary, "id" | "title">>();
  const { isCreating, create } = createRoomFlow(setCreated);
  onMount(() => (document.title = "Problems · Proofroom"));

  const open = (problem: string) => {
    if (session.person() === undefined) setWanted(problem);
    else void create(problem);
  };
  const signedIn = () => {
    const problem = wanted();
    setWanted(undefined);
    if (problem !== undefined) void create(problem);
  };

  return (
    <>
      <Top here="problems" />
      <Show when={session.person()}>
        <LiveNow rooms={valueOf(rooms()) ?? []} problems={valueOf(problems()) ?? []} />
      </Show>
      <main class="wide" id="main">
        <div class="home">
          <div>
            <ProblemList
              problems={problems()}
              onRetry={askProblems}
              onOpen={open}
              onPractise={setPractised}
              isBusy={isCreating()}
            />
            <HowItWorks />
          </div>
          <aside class="vstack" aria-label="You">
            <Switch>
              <Match when={session.state().state === "signed-in"}>
                <RoomList
                  rooms={rooms()}
                  problems={valueOf(problems()) ?? []}
                  onRetry={askRooms}
                  onPractise={setPractised}
                />
                <Usage />
              </Match>
              <Match when={session.state().state === "signed-out"}>
                <SignIn wanted={wanted() !== undefined} onSignedIn={signedIn} />
              </Match>
              <Match when={session.state().state === "unknown"}>
                <section class="card">
                  <Failure
                    title="You could not be recognised."
                    message="The server cannot be reached."
                    onRetry={() => void session.refresh()}
                  />
                </section>
              </Match>
            </Switch>
          </aside>
        </div>
      </main>
      <Show when={practised()}>
        {(problem) => <PracticeDialog problem={problem()} onClose={() => setPractised(undefined)} />}
      </Show>
      <Show when={created()}>
        {(room) => <NewRoomDialog room={room()} onEnter={() => navigate(`/rooms/${room().id}`)} />}
      </Show>
    </>
  );
}
