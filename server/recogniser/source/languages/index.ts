import type { Grammar } from '../grammar';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { javascript } from './javascript';
import { kotlin } from './kotlin';
import { php } from './php';
import { powershell } from './powershell';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { shell } from './shell';
import { swift } from './swift';

/** The tables of all languages, by the ids that VS Code gives them. */
export const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['typescript', javascript],
  ['typescriptreact', javascript],
  ['javascript', javascript],
  ['javascriptreact', javascript],
  ['python', python],
  ['go', go],
  ['java', java],
  ['kotlin', kotlin],
  ['swift', swift],
  ['csharp', csharp],
  ['rust', rust],
  ['ruby', ruby],
  ['php', php],
  ['powershell', powershell],
  ['shellscript', shell],
]);
