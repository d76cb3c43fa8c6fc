import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { lately } from '../../store/lately.ts'
import { openApiOf } from '../kit/openapi.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { docsPage } from '../operations/docs-page.ts'
import { healthOf, healthShape } from '../operations/health.ts'
import { mayMeasure } from '../operations/metrics-right.ts'
import { healthPath } from '../operations/watch.ts'
import { routes } from './index.ts'

// They take tens of milliseconds to make, are the same as long as the server runs, and anybody may ask for them.
const documents = lately<ReturnType<typeof openApiOf>>(1)
const pages = lately<ReturnType<typeof docsPage>>(2)
const documentOf = (version: string) => documents(version, () => openApiOf(routes, version))

/** 运行: how the installation is, and the document of the API. */
export const operationRoutes: readonly Route[] = [
  reading({
    path: healthPath,
    operation: 'read-health',
    summary: say('服务状态', 'How the service is'),
    tag: 'operations',
    answers: {
      200: { description: 'It works, or can at least be read', schema: healthShape },
      503: {
        description: 'It is stopping, or its records cannot be had or do not hold together',
        schema: healthShape,
        type: 'application/json',
      },
    },
    handle: async ({ database, installation }) => {
      const health = await healthOf(database, installation)
      const works = health.status === 'ok' || health.status === 'read-only'
      return { status: works ? 200 : 503, body: health }
    },
  }),
  reading({
    path: '/metrics',
    operation: 'read-metrics',
    summary: say('运行指标（Prometheus）', 'Counters for Prometheus'),
    tag: 'operations',
    answers: { 200: { description: 'The text format of Prometheus', type: 'text/plain' } },
    handle: async ({ request, database, counties, installation }) => {
      if (!mayMeasure(request)) throw new Refused(notFound)
      const text = await installation.metrics.text(database, counties, installation.freeBytes())
      return ok(text, { type: 'text/plain; version=0.0.4; charset=utf-8' })
    },
  }),
  reading({
    path: '/api/openapi.json',
    operation: 'read-documentation',
    summary: say('接口说明（OpenAPI 3.1）', 'The API as an OpenAPI 3.1 document'),
    tag: 'operations',
    answers: {
      200: {
        description: 'The document',
        schema: z
          .object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) })
          .loose()
          .meta({ id: 'OpenApiDocument' }),
      },
    },
    handle: async ({ installation }) => ok(documentOf(installation.version)),
  }),
  reading({
    path: '/docs',
    operation: 'read-documentation',
    summary: say('接口说明（网页）', 'The API as a page to read'),
    tag: 'operations',
    query: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
    answers: { 200: { description: 'A page of HTML', type: 'text/html' } },
    handle: async ({ query, request, installation }) => {
      const speaksEnglish = /^\s*en\b/i.test(request.headers['accept-language'] ?? '')
      const language = query.lang ?? (speaksEnglish ? 'en' : 'zh')
      const { version } = installation
      const { html, policy } = pages(`${language} ${version}`, () => docsPage(documentOf(version), language))
      return ok(html, {
        type: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy, vary: 'accept-language' },
      })
    },
  }),
]
