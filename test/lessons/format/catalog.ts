import { resolve } from 'node:path';

/** The catalogue of the project. */
export const ourCatalog = resolve(import.meta.dirname, '../../../lessons/catalog');
