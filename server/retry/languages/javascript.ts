import backoff from '../../handlers/javascript/backoff.js?raw';
import renewal from '../../handlers/javascript/renewal.js?raw';
import { scriptLanguage } from './script/language';

export const javascript = scriptLanguage('javascript', { backoff, renewal });
