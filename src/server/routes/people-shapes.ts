import { z } from 'zod'
import { offices } from '../../register/person.ts'
import { postKinds } from '../../register/quota.ts'
import { erasureReasons } from '../../store/people/erasure.ts'
import { fileActs } from '../../store/people/look-log.ts'
import { fileColumns } from '../../store/people/masking.ts'
import { longest } from '../../store/people/value-findings.ts'
import { idShape, textShape } from '../kit/shapes.ts'

/** Shapes of the person file: what is sent and answered under `/people`. */

const personId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,79}$/u)

export const personParams = z.strictObject({ county: idShape, person: personId })

const columnShape = z
  .enum(fileColumns)
  .meta({ id: 'PersonColumn', description: 'A column of a person’s file' })

/** A document number has its year in brackets and ends in a number: no room for a sentence about anybody. */
const documentNumber = z
  .string()
  .max(60)
  .regex(/^\p{L}{1,20}[〔[(（]\d{4}[〕\])）]第?\d{1,6}号?$/u)
  .meta({ id: 'DocumentNumber', description: '发文字号', example: '示组发〔2026〕12号' })

/** Words that are looked for, without signs that cannot be seen. */
const seenText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{C}]*$/u)

const value = (most: number) => z.string().min(1).max(most).nullable()

export const listQuery = z.strictObject({
  unit: idShape.optional(),
  query: seenText(60).min(1).optional(),
  after: personId.optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/)
    .optional(),
})

const purposes = ['placement', 'appraisal', 'payroll', 'discipline', 'own-request', 'audit'] as const

export const revealBody = z
  .strictObject({
    columns: z.array(columnShape).min(1).max(fileColumns.length),
    purpose: z.enum(purposes),
    document: documentNumber.optional(),
  })
  .meta({
    id: 'PersonReveal',
    description: 'Which columns are to be shown, and what for; it is written into the audit',
    example: { columns: ['name', 'phone'], purpose: 'placement', document: '示组发〔2026〕12号' },
  })

export const searchBody = z
  .strictObject({
    name: seenText(longest.name).min(2),
    purpose: z.enum(purposes),
    document: documentNumber.optional(),
  })
  .meta({
    id: 'PersonSearch',
    description: 'The whole name of somebody, and what for; everybody found is told so in the audit',
    example: { name: '示例·王建平', purpose: 'placement' },
  })

export const correctionBody = z
  .strictObject({
    version: z.int().min(0).max(2_000_000_000),
    name: value(longest.name).optional(),
    identity_number: value(longest.identity_number).optional(),
    phone: value(longest.phone).optional(),
    appraisal: value(longest.appraisal).optional(),
  })
  .meta({
    id: 'PersonCorrection',
    description:
      'What to change in the version that was read; null empties a column; version 0 begins a file',
    example: { version: 1, phone: '10012345678' },
  })

export const erasureBody = z
  .strictObject({ reason: z.enum(erasureReasons), document: documentNumber })
  .meta({ id: 'PersonErasureOrder', example: { reason: 'retention-ended', document: '示组发〔2026〕13号' } })

export const reopeningBody = z
  .strictObject({ document: documentNumber })
  .meta({ id: 'PersonReopening', example: { document: '示组发〔2026〕14号' } })

export const exportBody = z.strictObject({}).meta({ id: 'PersonExportOrder', example: {} })

const posting = z
  .strictObject({
    unit: z.strictObject({ id: z.string(), name: textShape }),
    section: textShape.nullable(),
    postKind: z.enum(Object.keys(postKinds)),
    rank: z.string().nullable(),
    assignment: z.string().nullable(),
    offices: z.array(
      z.strictObject({ title: z.string(), office: z.enum(Object.keys(offices)), unit: z.string() }),
    ),
  })
  .meta({ id: 'PersonPosting', description: 'Where somebody stands in the register of today' })

const erasure = z
  .strictObject({
    person: z.string(),
    erasedAt: z.string(),
    reason: z.enum(erasureReasons),
    document: z.string(),
    reopenedAt: z.string().nullable(),
  })
  .meta({ id: 'PersonErasure', description: 'That a file was erased; never what stood in it' })

export const maskedPerson = z
  .strictObject({
    person: z.string(),
    posting: posting.nullable(),
    version: z.int(),
    columns: z.array(columnShape),
    masked: z.partialRecord(columnShape, z.string().nullable()),
    erasure: erasure.nullable(),
  })
  .meta({
    id: 'MaskedPerson',
    description:
      'A person under the mask: head and tail of numbers, first sign of the name; null is withheld',
  })

export const personPage = z
  .strictObject({ people: z.array(maskedPerson), total: z.int(), next: z.string().nullable() })
  .meta({ id: 'PersonPage', description: 'People in the order of their ids; `next` goes into `after`' })

export const foundPeople = z.strictObject({ people: z.array(maskedPerson) }).meta({ id: 'FoundPeople' })

const values = z.partialRecord(columnShape, z.string())

export const revealedPerson = z
  .strictObject({ person: z.string(), version: z.int(), values })
  .meta({ id: 'RevealedPerson' })

export const correctedPerson = z
  .strictObject({ person: z.string(), version: z.int() })
  .meta({ id: 'CorrectedPerson' })

const look = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    actorName: z.string().nullable(),
    act: z.enum(fileActs),
    columns: z.array(z.string()),
    purpose: z.string().nullable(),
    document: z.string().nullable(),
  })
  .meta({ id: 'PersonLook', description: 'A record of the audit: who looked or changed, what, and what for' })

export const looksShape = z.strictObject({ looks: z.array(look) }).meta({ id: 'PersonLooks' })

export const personExport = z
  .strictObject({
    county: z.string(),
    person: z.string(),
    exportedAt: z.string(),
    version: z.int(),
    values,
    register: z.record(z.string(), z.unknown()).nullable(),
    appointments: z.array(z.record(z.string(), z.unknown())),
    posting: posting.nullable(),
    erasure: erasure.nullable(),
    looks: z.array(look),
  })
  .meta({ id: 'PersonExport', description: 'All that is kept about a person' })

export const erasedPerson = z.strictObject({ erasure }).meta({ id: 'ErasedPerson' })

export const erasureList = z.strictObject({ erasures: z.array(erasure) }).meta({ id: 'PersonErasures' })

export const againBody = z
  .strictObject({
    erasures: z
      .array(z.strictObject({ person: personId, reason: z.enum(erasureReasons), document: documentNumber }))
      .min(1)
      .max(200),
  })
  .meta({
    id: 'PersonErasuresAgain',
    description: 'Erasures of a list that was kept outside, to be done again after a restore',
    example: { erasures: [{ person: 'p-0001', reason: 'retention-ended', document: '示组发〔2026〕13号' }] },
  })
