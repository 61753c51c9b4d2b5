import { ArgumentsHost, Catch, ExceptionFilter, HttpException, HttpStatus } from '@nestjs/common';

@Catch()
export class AllErrorsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost) {
    const res = host.switchToHttp().getResponse();
    const status = exception instanceof HttpException ? exception.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR;
    if (status === HttpStatus.TOO_MANY_REQUESTS) res.setHeader('Retry-After', '29');
    if (status === HttpStatus.OK) return;
    res.status(status).json({ statusCode: status, at: 404 * 2 });
  }
}
