import { Route, Router } from "@solidjs/router";
import { type ParentProps, Suspense } from "solid-js";
import { SessionProvider } from "./data/session.tsx";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { AnnounceProvider } from "./ui/announce.tsx";
import { ToastProvider } from "./ui/toast.tsx";
import { lazily } from "./ui/lazily.tsx";

const JoinPage = lazily(() => import("./pages/join.tsx").then((page) => page.JoinPage));
const RoomPage = lazily(() => import("./pages/room.tsx").then((page) => page.RoomPage));
const ResultsPage = lazily(() => import("./pages/results.tsx").then((page) => page.ResultsPage));
const CausePage = lazily(() => import("./pages/cause.tsx").then((page) => page.CausePage));
const ReportPage = lazily(() => import("./pages/report.tsx").then((page) => page.ReportPage));

const Frame = (props: ParentProps) => (
  <AnnounceProvider>
    <ToastProvider>
      <SessionProvider>
        <Suspense>{props.children}</Suspense>
      </SessionProvider>
    </ToastProvider>
  </AnnounceProvider>
);

export const App = () => (
  <Router root={Frame}>
    <Route path="/" component={HomePage} />
    <Route path="/j" component={JoinPage} />
    <Route path="/rooms/:room" component={RoomPage} />
    <Route path="/rooms/:room/results" component={ResultsPage} />
    <Route path="/rooms/:room/runs/:run/tests/:test" component={CausePage} />
    <Route path="/rooms/:room/report" component={ReportPage} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);
