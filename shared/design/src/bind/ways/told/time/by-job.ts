/** By what somebody is called who comes by himself, now and then, and not for a request. */
export const byJob =
  /\b(?:cron\w*|jobs?|sweep\w*|schedul\w*|workers?|celery|beat|oban|sidekiq|quartz|pg_cron|timers?|reaper|background|daemons?|batch\w*|stapell\w*|tarefas?|tareas?|rotinas?|agendad\w*|programad\w*|planifi\w*|hintergrund\w*|zeitplan\w*)(?!\p{L})|(?<!\p{L})tâches?(?!\p{L})/iu;
