import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the engine's space for what is new as small as it is: it would double each time as much has stayed as it can
 * hold, up to 16 MB, and would not give them back when nothing happens any more. Given on the command line this
 * would cost a start of Node its own compiled code.
 */
export function keepNewSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Keeps the memory of a scan small, here and in the threads to come: hardly anything of it lives longer than the line
 * it is about, and the engine would take many times as much before it collects.
 */
export function collectOften(): void {
  // For the threads, whose space begins anew.
  setFlagsFromString('--max-semi-space-size=2');
  keepNewSpaceSmall();
  // What is remembered of lines grows old and is forgotten: in per cent of the heap that is collected for it.
  setFlagsFromString('--heap-growing-percent=15');
}
