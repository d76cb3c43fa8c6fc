import { z } from 'zod'

/** Shapes that many routes share, named in the OpenAPI document by their `id`. */

export const textShape = z
  .strictObject({ zh: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'A sentence in the two languages of the product' })

export const findingShape = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'opinion', 'warning', 'note']),
    at: z.string(),
    message: textShape,
    remedy: textShape.optional(),
  })
  .loose()
  .meta({
    id: 'Finding',
    description: '审核意见: what does not fit, where, and what can be done; `error` forbids going on',
    example: {
      code: 'J01',
      severity: 'error',
      at: 'journal:hequ#12',
      message: { zh: '台账已有变动', en: 'The county has moved on' },
    },
  })

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    message: textShape,
    codes: z.array(z.string()),
    findings: z.array(findingShape),
  })
  .loose()
  .meta({ id: 'Problem', description: 'RFC 9457, with the findings that led to it' })

/** What a question about a day may be answered with, besides its own answers. */
export const tooEarlyAnswer = {
  422: { description: 'The county does not begin here until later (J07)', schema: problemShape },
}

/** An id as it is written everywhere: letters, digits, `-`, `_`, `.`. */
export const idShape = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)

/** A day as `2020-12-01`; whether it exists is asked with `parseDay`. */
export const dayShape = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ id: 'Day', description: 'A calendar day', example: '2020-12-01' })

/** A whole number of an address or a query, written in digits. */
export const wholeShape = z.string().regex(/^\d{1,15}$/)

/** The SHA-256 of something, as the chains write it. */
export const hashShape = z.string().regex(/^[0-9a-f]{64}$/)

export const headShape = z
  .strictObject({ seq: z.int(), hash: hashShape })
  .meta({ id: 'Head', description: 'The end of a chain: the number and hash of its last record' })

export const countyParams = z.strictObject({ county: idShape })
