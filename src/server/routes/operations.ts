import { say } from '../../kernel/text.ts'
import { openApiOf } from '../kit/openapi.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { routes } from './index.ts'

/** 运行: the document of the API. */
export const operationRoutes: readonly Route[] = [
  reading({
    path: '/api/openapi.json',
    operation: 'read-documentation',
    summary: say('接口说明（OpenAPI 3.1）', 'The API as an OpenAPI 3.1 document'),
    tag: 'operations',
    answers: { 200: { description: 'The document' } },
    handle: async ({ installation }) => ok(openApiOf(routes, installation.version)),
  }),
]
