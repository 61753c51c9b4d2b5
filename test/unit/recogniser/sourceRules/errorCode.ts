import type { SourceRule } from './sourceRule';

const noWeb = `/** ${'Boats that are kept on the pier by the storage of the harbour, each with its name. '.repeat(8)}*/\n`;

export const errorCode: SourceRule = {
  name: 'code of an error',
  says: 'A number that the code of a caught error is compared with: whatever a text is about, if everybody knows it as a status.',
  matches: [
    [
      'typescript',
      `${noWeb}try { await berth.leave(); } catch (error) { if (error instanceof Error && 'code' in error && error.code === 404) { return; } throw error; }`,
      ['http/404'],
    ],
    ['javascript', `${noWeb}berth.leave((err) => { if (err.code === 409) again(); });`, ['http/409']],
  ],
  nonMatches: [
    ['typescript', `${noWeb}try { await berth.leave(); } catch (error) { if (error.code === 512) return; }`],
    ['javascript', `${noWeb}if (boat.code === 404) again();`],
    ['javascript', `${noWeb}if (error.code > 404) again();`],
  ],
};
