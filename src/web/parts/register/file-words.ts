import type { FileColumn, Purpose } from '../../model/register/person-file.ts'

/** The words for the columns of a file, and for what one looks at them for. */

export const columnKeys = {
  name: 'regColName',
  identity_number: 'regColIdentity',
  phone: 'regColPhone',
  appraisal: 'regColAppraisal',
} as const satisfies Record<FileColumn, string>

export const purposeKeys = {
  placement: 'regForPlacement',
  appraisal: 'regForAppraisal',
  payroll: 'regForPayroll',
  discipline: 'regForDiscipline',
  'own-request': 'regForOwnRequest',
  audit: 'regForAudit',
} as const satisfies Record<Purpose, string>
