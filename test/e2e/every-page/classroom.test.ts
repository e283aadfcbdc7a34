import { classPages } from '../support/pages/class-pages.ts';
import { openPages } from '../support/pages/open-pages.ts';
import { pupilPages } from '../support/pages/pupil-pages.ts';
import { walkPages } from '../support/pages/walk-pages.ts';

walkPages([...pupilPages, ...classPages, ...openPages]);
