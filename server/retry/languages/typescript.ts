import backoff from '../../handlers/typescript/backoff.ts?raw';
import { scriptLanguage } from './script/language';

export const typescript = scriptLanguage('typescript', { backoff });
