import type { Driver } from '../driver';
import { compiledDrivers } from './compiled';
import { interpretedDrivers } from './interpreted';
import { keyDrivers } from './keys';
import { ownFileDrivers } from './ownFile';
import { pythonDrivers } from './python';
import { scriptDrivers } from './script';

/** One for each client of each language. */
export const drivers: readonly Driver[] = [
  ...scriptDrivers,
  ...pythonDrivers,
  ...compiledDrivers,
  ...interpretedDrivers,
  ...ownFileDrivers,
  ...keyDrivers,
];
