import * as z from 'zod/mini';
import type { Endpoint, FileEndpoint, UploadEndpoint } from './contract/endpoint.ts';
import { problemDetailsSchema } from './contract/problem-details.ts';

/** A JSON object, as the document is made of. */
type Json = { [key: string]: unknown };

/** Everything that the API takes and gives, by name. */
export interface ApiContract {
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly files: Readonly<Record<string, FileEndpoint>>;
  readonly uploads: Readonly<Record<string, UploadEndpoint>>;
}

/** The OpenAPI 3.1 document of the contract, whose schemas are JSON Schema 2020-12. */
export function openApiDocument({ endpoints, files, uploads }: ApiContract, version: string): Json {
  const paths: Record<string, Json> = {};
  const add = (path: string, method: string, what: Json) => {
    const key = path.replace(/:(\w+)/g, '{$1}');
    paths[key] = { ...paths[key], [method.toLowerCase()]: what };
  };
  for (const [name, one] of Object.entries(endpoints)) {
    const reads = one.method === 'GET';
    add(one.path, one.method, {
      ...operation(name, one, reads ? one.body : undefined),
      ...(reads ? {} : { requestBody: { required: true, content: json(schema(one.body, 'input')) } }),
      responses: responses(json(schema(one.result))),
    });
  }
  for (const [name, one] of Object.entries(files)) {
    const content = Object.fromEntries(one.produces.map((type) => [type, {}]));
    add(one.path, 'GET', { ...operation(name, one, one.query), responses: responses(content) });
  }
  for (const [name, one] of Object.entries(uploads)) {
    add(one.path, 'POST', {
      ...operation(name, one, one.query),
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: responses(json(schema(one.result))),
    });
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Steckbrett', version },
    paths,
    components: {
      schemas: { ProblemDetails: schema(problemDetailsSchema) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'steckbrett.session_token' } },
    },
  };
}

/** @param query what travels in the address beside the path. */
function operation(
  name: string,
  { params, summary, audience }: Pick<Endpoint, 'params' | 'summary' | 'audience'>,
  query: z.ZodMiniType | undefined,
): Json {
  const parameters = [...pathParameters(params), ...(query ? queryParameter(query) : [])];
  return {
    operationId: name,
    summary,
    'x-audience': audience,
    ...(audience === 'everyone' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
  };
}

function pathParameters(params: z.ZodMiniType): Json[] {
  return Object.entries((schema(params, 'input').properties ?? {}) as Json).map(([key, value]) => ({
    name: key,
    in: 'path',
    required: true,
    schema: value,
  }));
}

/** All of a query is one parameter, JSON in `?query=`. */
function queryParameter(query: z.ZodMiniType): Json[] {
  const of = schema(query, 'input');
  if (Object.keys((of.properties ?? {}) as Json).length === 0) return [];
  return [{ name: 'query', in: 'query', required: 'required' in of, content: json(of) }];
}

function responses(content: Json): Json {
  return {
    200: { description: 'Done', content },
    default: {
      description: 'Refused, with a sentence in German and English',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
    },
  };
}

function schema(of: z.ZodMiniType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
}

function json(of: Json): Json {
  return { 'application/json': { schema: of } };
}
