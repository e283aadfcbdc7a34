import { inject } from 'vitest';

/** Of the vitest project "postgresql": says to test/support/databases.ts where that is; read as it is loaded, after this. */
const { url, dataDir } = inject('postgres');
process.env.TEST_POSTGRES_URL = url;
process.env.TEST_POSTGRES_FILES = dataDir;
