import type { Range } from 'vscode-languageserver';
import { encodePath } from '../../../shared/catalog/location';

/** How SARIF 2.1.0 begins. The results follow, then the tool, when all results are known. */
export const sarifOpening =
  '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[\n';

/** A place of a file as SARIF has it, counted from one. */
export function sarifLocation(path: string, { start, end }: Range): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(path.replaceAll('\\', '/')) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}
