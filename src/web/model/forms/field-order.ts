/**
 * Which fields of an operation are asked for first, in this order, although some may be left out; all others that may
 * be left out are folded away. `where` is the operation, and inside it the field.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  'absorb-unit': ['units', 'into'],
  'add-nameplate': ['unit', 'name', 'nameEn', 'plate'],
  appoint: ['unit', 'person', 'office', 'title', 'concurrent', 'occupiesPost'],
  'assign-person': ['people', 'to', 'section', 'assignment'],
  'change-subordination': ['unit', 'sponsor', 'direct'],
  'consolidate-budget': ['item', 'units'],
  'dissolve-unit': ['unit', 'to', 'elsewhere'],
  'establish-section': ['unit', 'name', 'nameEn', 'posts'],
  'establish-unit': [
    'name',
    'nameEn',
    'short',
    'shortEn',
    'kind',
    'grade',
    'counts',
    'countReason',
    'sponsor',
    'funding',
  ],
  'merge-units': ['units', 'name', 'nameEn', 'short', 'shortEn'],
  plan: ['title', 'titleEn', 'authority', 'effectiveOn', 'completesOn', 'base', 'stages', 'documents'],
  'remove-from-office': ['unit', 'person'],
  'rename-unit': ['unit', 'name', 'nameEn', 'short', 'shortEn'],
  'spin-off-unit': ['unit', 'to', 'duties', 'people', 'posts', 'leadingPosts'],
  'spin-off-unit.to': ['name', 'nameEn', 'short', 'shortEn', 'kind'],
  'split-duty': ['duty', 'into'],
  'split-duty.into': ['name', 'nameEn', 'unit'],
  'split-unit': ['unit', 'into', 'rest'],
  'split-unit.into': ['name', 'nameEn', 'duties', 'people', 'posts'],
  'transfer-archives': ['archives', 'to'],
  'transfer-duty': ['from', 'to', 'duties', 'people', 'posts', 'leadingPosts', 'sections', 'dates'],
  'transfer-duty.dates': ['duty', 'people', 'money', 'records'],
}

const inside: ReadonlySet<string> = new Set([
  'elsewhere',
  'dates',
  'leadingPosts',
  'opinions',
  'base',
  'transition',
  'term',
  'stages',
  'documents',
])

export const leading = (where: string): readonly string[] => orders[where] ?? []

/** Whether a field that may be left out is shown at once. Everything inside a group that is itself folded is. */
export const isForefront = (where: string, key: string): boolean =>
  key === 'on' || leading(where).includes(key) || inside.has(where.split('.').at(-1) ?? '')
