import { associationPages } from '../support/pages/association-pages.ts';
import { loanPages } from '../support/pages/loan-pages.ts';
import { thingPages } from '../support/pages/thing-pages.ts';
import { walkPages } from '../support/pages/walk-pages.ts';

walkPages([...associationPages, ...thingPages, ...loanPages]);
