import { type Grammar, shapes } from '../grammar';

/** JavaScript and TypeScript, with and without JSX. */
export const javascript: Grammar = {
  nodes: shapes([
    [
      'identifier property_identifier shorthand_property_identifier shorthand_property_identifier_pattern type_identifier private_property_identifier',
      { is: 'name' },
    ],
    ['number', { is: 'number' }],
    ['string template_string regex jsx_text', { is: 'string' }],
    ['comment', { is: 'comment' }],
    ['import_statement', { is: 'import' }],
    [
      'parenthesized_expression as_expression satisfies_expression non_null_expression await_expression spread_element computed_property_name literal_type parenthesized_type type_annotation jsx_expression template_substitution',
      { is: 'wrap', value: 0 },
    ],
    ['type_assertion', { is: 'wrap', value: -1 }],
    ['unary_expression', { is: 'wrap', value: 'argument' }],
    ['ternary_expression', { is: 'choice', test: 'condition' }],
    ['statement_block', { is: 'block' }],
    ['array union_type tuple_type', { is: 'list' }],
    ['object_pattern array_pattern rest_pattern', { is: 'pattern' }],
    ['pair_pattern', { is: 'pattern' }],
    ['binary_expression', { is: 'binary' }],
    ['variable_declarator', { is: 'bind', name: 'name', value: 'value' }],
    [
      'assignment_expression augmented_assignment_expression assignment_pattern object_assignment_pattern',
      { is: 'bind', name: 'left', value: 'right' },
    ],
    ['public_field_definition enum_assignment', { is: 'bind', name: 'name', value: 'value' }],
    ['field_definition', { is: 'bind', name: 'property', value: 'value' }],
    ['type_alias_declaration', { is: 'bind', name: 'name', value: 'value' }],
    ['property_signature', { is: 'bind', name: 'name', value: 'type' }],
    ['jsx_attribute', { is: 'bind', name: 0, value: 1 }],
    ['pair', { is: 'pair', key: 'key', value: 'value', hasLabel: true }],
    ['member_expression', { is: 'member', object: 'object', name: 'property' }],
    ['nested_type_identifier', { is: 'member', object: 'module', name: 'name' }],
    ['subscript_expression', { is: 'index', object: 'object', index: 'index' }],
    ['call_expression', { is: 'call', callee: 'function', arguments: 'arguments' }],
    ['new_expression', { is: 'call', callee: 'constructor', arguments: 'arguments' }],
    // `extends ApiError<404>`: the type of an error that is made from a status.
    ['generic_type', { is: 'call', callee: 'name', arguments: 'type_arguments' }],
    ['extends_clause', { is: 'call', callee: 'value', arguments: 'type_arguments' }],
    ['arguments type_arguments', { is: 'arguments' }],
    ['switch_case', { is: 'arm', value: 'body' }],
    ['switch_statement', { is: 'switch', subject: 'value' }],
    ['arrow_function', { is: 'function', parameters: 'parameters', body: 'body' }],
    [
      'function_declaration function_expression generator_function_declaration method_definition',
      { is: 'function', name: 'name', parameters: 'parameters', body: 'body' },
    ],
    ['formal_parameters', { is: 'parameters' }],
    ['required_parameter optional_parameter', { is: 'parameter', name: 'pattern', value: 'value', type: 'type' }],
    ['return_statement', { is: 'return' }],
    ['for_in_statement', { is: 'loop', variable: 'left', list: 'right' }],
    ['class_declaration class enum_declaration', { is: 'class', name: 'name' }],
  ]),
  constants: [
    /\b(?:HttpStatus(?:Codes?)?|HTTPStatus(?:Codes?)?|HTTP_STATUS(?:_CODES?)?|httpStatus(?:Codes?)?|HttpCodes?|HTTP_CODES?|StatusCodes?|STATUS_CODES?|STATUSES|StatusCodeEnum|ReasonPhrases)\.(?<name>[A-Za-z_]\w{2,60})/g,
    /\b(?:status|codes|statusCodes?|constants)\.(?<name>(?:HTTP_STATUS_)?[A-Z][A-Z_]{2,60})\b/g,
    /\b(?:createError|createHttpError|httpErrors|createErrors|HttpErrors)\.(?<name>[A-Z][A-Za-z]{2,60})/g,
    // The same as compilers write them: `http_status_1.default.NOT_FOUND`, `_httpStatus.default.NOT_FOUND`.
    /\b_?http_?[sS]tatus(?:_?[cC]odes?)?(?:_\d+)?(?:\.default)?\.(?<name>[A-Z][A-Z_]{2,60})\b/g,
    /\b(?<name>HTTP_STATUS_[A-Z_]{3,60})\b/g,
    /\b\w*[cC]onstants?(?:_\d+)?\.HTTP_(?<name>[A-Z][A-Z_]{2,60})\b/g,
    /\bTRPC_ERROR_CODES_BY_KEY\.(?<name>[A-Z][A-Z_]{2,60})\b/g,
    // Ready-made answers of web frameworks.
    /\b(?:[bB]oom|httpErrors|reply|res|response|ctx)\.(?<name>badRequest|unauthorized|paymentRequired|forbidden|notFound|methodNotAllowed|conflict|gone|unprocessableEntity|tooManyRequests|internalServerError|badGateway|serviceUnavailable|gatewayTimeout)(?=\()/g,
    // Errors of the clients of an API, by whatever name the client goes: `Harbour.ForbiddenError`. Databases have their own.
    /\b(?!Prisma|Sequelize|Mongo|DOM|Type[oO][rR][mM]|Realm|Knex|Ldap|LDAP|[A-Z]\w*Storage)(?:[A-Z]\w*|_?(?:import_)?(?:errors?|exceptions?|http_?[eE]rrors?|restify(?:_?[eE]rrors)?)\d*(?:_\d+)?)\.(?<name>(?:RateLimit|NotFound|Authentication|PermissionDenied|BadRequest|Conflict|UnprocessableEntity|InternalServer|TooManyRequests|Forbidden|Unauthorized|ServiceUnavailable|BadGateway|GatewayTimeout)Error)\b/g,
    /\b(?:OpenAI|Anthropic|Groq|Errors?|errors|httpErrors?)\.(?<name>(?:RateLimit|NotFound|Authentication|PermissionDenied|BadRequest|Conflict|UnprocessableEntity|InternalServer|TooManyRequests|Forbidden|Unauthorized)(?:Error)?)\b/g,
    // NestJS; others call their errors so, too.
    /\bthrow new (?<name>(?:BadRequest|Unauthorized|Forbidden|NotFound|MethodNotAllowed|NotAcceptable|RequestTimeout|Conflict|Gone|PayloadTooLarge|UnsupportedMediaType|UnprocessableEntity|InternalServerError|NotImplemented|BadGateway|ServiceUnavailable|GatewayTimeout)Exception)(?=\(\s{0,20}["'`])/g,
  ],
  modules:
    /\bimport\s*\{([^}]{0,2000})\}\s*from\s*['"](?:http-status(?:-codes|es)?|@nestjs\/common|openai|http-errors)['"]/g,
};
