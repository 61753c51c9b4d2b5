import { ApiResponseError, EApiV1ErrorCode, EApiV2ErrorCode } from 'twitter-api-v2';

const checkError = (error: ApiResponseError, code: number): boolean => error.hasErrorCode(code);

export const checkRateLimitExceeded = (error: ApiResponseError): boolean =>
  checkError(error, EApiV1ErrorCode.RateLimitExceeded);

export const checkInvalidOrExpiredToken = (error: ApiResponseError): boolean =>
  checkError(error, EApiV1ErrorCode.InvalidOrExpiredToken);

export const checkLocked = (error: ApiResponseError): boolean =>
  checkError(error, EApiV1ErrorCode.AccountLocked);

export function isMissingUser(error: unknown): boolean {
  if (!(error instanceof ApiResponseError)) return false;
  return (
    error.code === 404 ||
    error.hasErrorCode(EApiV1ErrorCode.UserNotFound) ||
    error.hasErrorCode(EApiV2ErrorCode.ResourceNotFound)
  );
}
