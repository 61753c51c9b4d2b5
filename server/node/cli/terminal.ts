/** Everything that a terminal may take for a command, but line ends and tabs. */
const controls = /[^\P{Cc}\n\t]/gu;

/** Makes control characters of file names and of logs visible, so that none reaches a terminal as a command. */
export function harmless(text: string): string {
  return text.replace(controls, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Prints for a person. */
export function print(text: string): void {
  process.stdout.write(harmless(text));
}

/** Prints what went wrong. */
export function complain(problem: string): void {
  process.stderr.write(`api-error-assist: ${harmless(problem)}\n`);
}
