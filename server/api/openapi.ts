import * as z from 'zod/mini';
import type { Endpoint } from './contract/endpoint.ts';
import { problemDetailsSchema } from './contract/problem-details.ts';

/** A JSON object, as the document is made of. */
type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document of the contract, whose schemas are JSON Schema 2020-12. */
export function openApiDocument(endpoints: Readonly<Record<string, Endpoint>>, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
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

function operation(name: string, endpoint: Endpoint): Json {
  const params = schema(endpoint.params, 'input');
  const properties = Object.entries((params.properties ?? {}) as Json);
  const adult = endpoint.audience !== 'everyone';
  return {
    operationId: name,
    summary: endpoint.summary,
    'x-audience': endpoint.audience,
    ...(adult ? { security: [{ session: [] }] } : {}),
    ...(properties.length === 0
      ? {}
      : {
          parameters: properties.map(([key, value]) => ({
            name: key,
            in: 'path',
            required: true,
            schema: value,
          })),
        }),
    ...(endpoint.method === 'GET'
      ? {}
      : { requestBody: { required: true, content: json(schema(endpoint.body, 'input')) } }),
    responses: {
      200: { description: 'Done', content: json(schema(endpoint.result)) },
      default: {
        description: 'Refused, with a sentence in German and English',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
      },
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
