import backoff from '../../handlers/typescript/backoff.ts?raw';
import renewal from '../../handlers/typescript/renewal.ts?raw';
import { scriptLanguage } from './script/language';

export const typescript = scriptLanguage('typescript', { backoff, renewal });
