import type { ClassRecord, LessonView } from '../../../server/api/contract/endpoints.ts';
import type { Language } from '../../locales/locale.ts';
import { namesOf } from './record-lessons.ts';
import { recordWords } from './record-words.ts';

/**
 * Draws what each seat has handed in, or else what it saved last, one picture after the other; between two, the page can
 * breathe. A picture that can't be drawn is null, and the others are drawn all the same.
 *
 * @param told after each: how many are drawn, of how many.
 */
export async function drawPictures(
  record: ClassRecord,
  lessons: ReadonlyMap<string, LessonView>,
  language: Language,
  told: (done: number, all: number) => void,
): Promise<Map<string, string | null>> {
  const { blockPicture } = await import('../../ui/block-drawing.ts');
  const pictures = new Map<string, string | null>();
  const works = record.seats.flatMap((seat) => {
    const blocks = seat.handedIn?.blocks ?? seat.blocks;
    return blocks && Object.keys(blocks).length > 0 ? [{ seat, blocks }] : [];
  });
  told(0, works.length);
  for (const { seat, blocks } of works) {
    const wiring = lessons.get(seat.lessonId)?.wiring ?? { parts: [] };
    const drawn = await blockPicture(blocks, wiring, language).catch(() => null);
    if (drawn) {
      fixTexts(drawn);
      const said = drawn.getAttribute('aria-label') ?? '';
      drawn.setAttribute('aria-label', `${recordWords[language].ofWork(namesOf(seat))}: ${said}`);
    }
    pictures.set(seat.id, drawn?.outerHTML ?? null);
    told(pictures.size, works.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return pictures;
}

/** Where the file is opened, our font may be missing: texts keep the width for which their blocks were made. */
function fixTexts(picture: SVGSVGElement): void {
  picture.style.cssText = 'position:fixed;left:0;top:0;visibility:hidden';
  document.body.append(picture);
  for (const text of picture.querySelectorAll('text')) {
    const width = text.getComputedTextLength();
    if (width === 0) continue;
    text.setAttribute('textLength', width.toFixed(1));
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  picture.remove();
  picture.removeAttribute('style');
}
