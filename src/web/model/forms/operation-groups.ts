import { say, type Text } from '../../../kernel/text.ts'
import { type AnyOperation, type OperationName, operationNamed } from '../../../reform/operations/index.ts'

/** Operations that are about one kind of thing. */
export interface OperationGroup {
  readonly id: string
  readonly label: Text
  readonly operations: readonly AnyOperation[]
}

const groups: readonly (readonly [id: string, label: Text, names: readonly OperationName[]])[] = [
  [
    'units',
    say('机构', 'Units'),
    [
      'merge-units',
      'absorb-unit',
      'co-locate-units',
      'dissolve-unit',
      'establish-unit',
      'spin-off-unit',
      'split-unit',
      'rename-unit',
      'change-subordination',
      'change-management',
      'change-grade',
      'convert-to-enterprise',
      'recode-unit',
      'adjust-territory',
    ],
  ],
  [
    'plates',
    say('牌子和内设机构', 'Nameplates and sections'),
    ['add-nameplate', 'remove-nameplate', 'establish-section', 'dissolve-section'],
  ],
  ['duties', say('职责', 'Duties'), ['transfer-duty', 'split-duty']],
  ['posts', say('编制和领导职数', 'Posts and leading posts'), ['set-staffing-quota', 'set-leadership-quota']],
  ['people', say('人员', 'People'), ['assign-person', 'appoint', 'remove-from-office']],
  [
    'holdings',
    say('用房、经费、档案、印章、合同', 'Rooms, money, files, seals, contracts'),
    [
      'transfer-premises',
      'transfer-budget',
      'consolidate-budget',
      'transfer-archives',
      'transfer-seals',
      'surrender-seals',
      'transfer-contracts',
    ],
  ],
]

/** All operations by what they are about. */
export const operationGroups: readonly OperationGroup[] = groups.map(([id, label, names]) => ({
  id,
  label,
  operations: names.map((name) => operationNamed(name) as AnyOperation),
}))

/** The groups with only the operations that have these words in a name, a term or the counting sentence. */
export const groupsWith = (words: string): readonly OperationGroup[] => {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return operationGroups
  return operationGroups
    .map((group) => ({
      ...group,
      operations: group.operations.filter(({ name, terms, counting }) =>
        [
          name,
          name.replaceAll('-', ' '),
          ...terms,
          counting.zh,
          counting.en,
          group.label.zh,
          group.label.en,
        ].some((text) => text.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ operations }) => operations.length > 0)
}

/** The operation's name in the chosen language: its Chinese term, or its English words. */
export const operationText = ({ name, terms }: AnyOperation): Text =>
  say(terms[0] ?? name, englishNames[name] ?? upper(name.replaceAll('-', ' ')))

const englishNames: Readonly<Partial<Record<OperationName, string>>> = {
  'absorb-unit': 'Absorb',
  'add-nameplate': 'Add nameplate',
  'co-locate-units': 'Co-locate',
  'dissolve-unit': 'Dissolve',
  'establish-unit': 'Establish',
  'merge-units': 'Merge',
  'rename-unit': 'Rename',
  'spin-off-unit': 'Spin off',
  'split-unit': 'Split',
  'set-staffing-quota': 'Set posts',
  'set-leadership-quota': 'Set leading posts',
  'assign-person': 'Assign people',
  'convert-to-enterprise': 'Turn into enterprise',
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
