import { z } from 'zod'
import { rolesFor } from '../../rights/decide.ts'
import { type AnswerShapes, documented, type Route } from './route.ts'
import { problemShape } from './shapes.ts'

type Json = Record<string, unknown>

/** What any route may answer besides what it says of itself. */
const commonProblems = (route: Route): Record<number, string> => ({
  400: 'The request is not written as it should be (A01)',
  401: 'Not signed in',
  403: 'Not permitted, or sent from a page of another origin',
  404: 'Not there, or not to be seen',
  429: 'Too many requests',
  503: 'The records are not available, or can only be read',
  ...(route.method === 'GET'
    ? {}
    : { 409: 'Conflict', 413: 'Too large', 415: 'Not JSON', 422: 'Findings forbid it' }),
})

/** The API as an OpenAPI 3.1 document, made of the routes themselves. */
export const openApiOf = (routes: readonly Route[], version: string) => {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = documented(route.path)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '三定 Sanding',
      version,
      description:
        'Plan, prove, approve, carry out and measure the institutional reform of a local government. Commands take an Idempotency-Key; refusals are RFC 9457 problems with findings.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sanding_session' } },
    },
  }
}

const operationOf = (route: Route, schemas: Json): Json => {
  const isPublic = rolesFor(route.operation).includes('public')
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary.en,
    description: route.summary.zh,
    tags: [route.tag],
    'x-operation': route.operation,
    'x-roles': rolesFor(route.operation),
    security: isPublic ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(route.params, 'path', schemas),
      ...parametersOf(route.query, 'query', schemas),
      ...(route.kind === 'command' ? [idempotencyKey] : []),
    ],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: lifted(route.body, 'input', schemas) } },
          },
        }),
    responses: responsesOf(route, schemas),
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key again is answered again and not done again',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
}

const parametersOf = (shape: z.ZodType | undefined, place: 'path' | 'query', schemas: Json): Json[] => {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = lifted(shape, 'input', schemas) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const responsesOf = (route: Route, schemas: Json): Json => {
  const problem = { 'application/problem+json': { schema: lifted(problemShape, 'output', schemas) } }
  const problems = Object.entries(commonProblems(route)).map(([status, description]) => [
    status,
    { description, content: problem },
  ])
  return { ...Object.fromEntries(problems), ...ownAnswers(route.answers, schemas) }
}

const ownAnswers = (answers: AnswerShapes, schemas: Json): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, type }]) => {
      if (schema === undefined && type === undefined) return [status, { description }]
      const media = type ?? (Number(status) >= 400 ? 'application/problem+json' : 'application/json')
      const content = schema === undefined ? {} : { schema: lifted(schema, 'output', schemas) }
      return [status, { description, content: { [media]: content } }]
    }),
  )

/** A shape as JSON Schema, with everything that has a name moved to the document's components. */
const lifted = (shape: z.ZodType, io: 'input' | 'output', schemas: Json): Json => {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json
  for (const [name, named] of Object.entries($defs as Record<string, Json>)) schemas[name] = unnamed(named)
  const name = z.globalRegistry.get(shape)?.id
  if (name === undefined) return pointed(schema) as Json
  // A shape that names others stands among them itself, and all that is left of it here points there.
  if (!Object.hasOwn($defs as Json, name)) schemas[name] = unnamed(schema)
  return { $ref: `#/components/schemas/${name}` }
}

const unnamed = ({ id: _, ...schema }: Json): unknown => pointed(schema)

const pointed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pointed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : pointed(inner),
    ]),
  )
}
