/** Time after which a page has loaded what its lesson needs, and by how much it differs, ms: thirty tablets begin at once. */
const leisure = 8000;
const spread = 10_000;

/**
 * Keeps the page in the browser, so that it opens without a network. Browsers do so on https and on `localhost`
 * only; elsewhere nothing happens. Never throws.
 */
export function keepPage(): void {
  // Missing on plain HTTP, whatever TypeScript says.
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!worker) return;
  const before = worker.controller;
  setTimeout(
    () => {
      worker
        .register('/sw.js', { updateViaCache: 'none' })
        .then(() => (before ? undefined : controlled(worker).then(showLessons)))
        .catch(() => undefined);
    },
    leisure + Math.random() * spread,
  );
}

async function controlled(worker: ServiceWorkerContainer): Promise<void> {
  if (worker.controller) return;
  await new Promise((resolve) => worker.addEventListener('controllerchange', resolve, { once: true }));
}

/** The worker came after the lesson: it sees it now. */
async function showLessons(): Promise<void> {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  const lessons = asked.filter((name) => /\/api\/lesson(s|-pictures)\//.test(name));
  await Promise.all([...new Set(lessons)].map((name) => fetch(name).catch(() => undefined)));
}
