import { isIdempotent } from '../../retry/httpCall';
import type { Request } from '../program';

/** Whether a request changes nothing, or may be repeated for another reason; also when its method is not known. */
export function isRead({ call }: Request): boolean {
  return call.method === 'unknown' || isIdempotent(call);
}

/** A request that does something a second time when it is repeated. */
export function isUnsafeWrite({ call }: Request): boolean {
  return (call.method === 'POST' || call.method === 'PATCH') && !call.hasIdempotencyKey;
}
