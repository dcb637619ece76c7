/**
 * Imported first of all: the page may not evaluate strings, so the schema library must not try. It tries
 * when a schema is made, and the policy would report it.
 */
import { config } from 'zod';

config({ jitless: true });
