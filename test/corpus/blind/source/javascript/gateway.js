'use strict';

const fastify = require('fastify')({ logger: true, bodyLimit: 500 * 1024 });

fastify.register(require('@fastify/rate-limit'), {
  max: 500,
  timeWindow: '1 minute',
  errorResponseBuilder: (req, context) => ({
    statusCode: 429,
    error: 'Too Many Requests',
    message: `Only ${context.max} calls every ${context.after}`,
  }),
});

fastify.setErrorHandler((error, request, reply) => {
  const { statusCode = 500 } = error;
  request.log.error(error);
  if (error.validation) {
    return reply.code(400).send({ message: error.message });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return reply.status(413).send({ message: 'too big' });
  }
  reply.code(statusCode).send({ message: statusCode < 500 ? error.message : 'oops' });
});

fastify.get('/teapot', (request, reply) => reply.code(418).send());

fastify.get(
  '/items/:id',
  {
    schema: {
      params: { type: 'object', properties: { id: { type: 'integer', maximum: 50000 } } },
      response: { 200: { type: 'object' }, 404: { type: 'object' } },
    },
  },
  async (request, reply) => reply.callNotFound(),
);

fastify.listen({ port: 5030 });
