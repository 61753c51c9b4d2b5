import { openSample } from './help.mjs';

/** @type {import('./help.mjs').Scenario[]} */
export const scenarios = [
  {
    title: 'errors in a log have the dots of a hint under them',
    async run(context) {
      await openSample(context, 'api.log');
      await context.window.visible('the dots of a hint', '.editor-instance .squiggly-hint');
    },
  },
];
