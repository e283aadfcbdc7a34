import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Router } from 'express';
import { refusal } from '../api/http-problem.ts';
import type { LessonCatalog } from './lesson-catalog.ts';

/**
 * Serves the pictures that lessons show: only files that the catalogue lists, under the type that it found in them. A
 * browser keeps a picture and asks each time whether it is still the same.
 */
export function serveLessonPictures(lessons: Pick<LessonCatalog, 'get'>): Router {
  const router = Router();
  router.get('/api/lesson-pictures/:lessonId/:file', async (request, response) => {
    const picture = lessons.get(request.params.lessonId)?.pictures.get(request.params.file);
    const stats = picture && (await stat(picture.file).catch(() => undefined));
    if (!picture || !stats) throw pictureUnknown();
    response.set({
      'content-type': picture.mime,
      'cache-control': 'no-cache',
      etag: `"${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}"`,
    });
    response.sendFile(basename(picture.file), { root: dirname(picture.file), cacheControl: false });
  });
  return router;
}

function pictureUnknown() {
  return refusal(
    404,
    'lesson-picture-unknown',
    'Dieses Bild gibt es in dieser Lektion nicht.',
    'There is no such picture in this lesson.',
  );
}
