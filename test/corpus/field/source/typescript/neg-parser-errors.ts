export enum ParseErrorCode { UnexpectedToken = 400, UnterminatedString = 401, MissingBrace = 404 }
export const lineOf = (offset: number) => Math.floor(offset / 88);
export const TABLE = { 400: 'token', 401: 'string', 404: 'brace' };
